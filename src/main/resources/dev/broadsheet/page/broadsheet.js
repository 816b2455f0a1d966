/** The style sheet of page and component. The server puts its text here when it starts. */
const STYLES = new CSSStyleSheet();
STYLES.replaceSync("broadsheet.css");

/** Shows what stands in it, as long as it has nothing of its own to show. */
class BroadsheetSearch extends HTMLElement {}

customElements.define("broadsheet-search", BroadsheetSearch);
