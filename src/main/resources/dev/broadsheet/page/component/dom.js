// Elements, made from parts. Text from elsewhere becomes text nodes and attributes, never markup.

const SVG = "http://www.w3.org/2000/svg";
const SVG_TAGS = new Set(["svg", "rect"]);
const ENTITIES = {lt: "<", gt: ">", amp: "&", quot: "\"", "#39": "'"};

/**
 * An element. A function among the attributes listens to the event of that name; null and false leave an
 * attribute or a child out. What has a class "bs-title" can be styled from outside as the part "title".
 */
export function h(tag, attributes, ...children) {
  const element = SVG_TAGS.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") {
      element.addEventListener(name, value);
    } else if (value != null && value !== false) {
      element.setAttribute(name, value === true ? "" : value);
    }
  }
  if (attributes?.class) {
    element.setAttribute("part", attributes.class.replaceAll("bs-", ""));
  }
  element.append(...children.flat(Infinity).filter(child => child != null && child !== false));
  return element;
}

/** The nodes of a text that the server marked: its mark elements, and everything else as plain text. */
export function marked(html) {
  let inMark = false;
  return html.split(/(<\/?mark>)/).flatMap(piece => {
    if (piece === "<mark>" || piece === "</mark>") {
      inMark = piece === "<mark>";
      return [];
    }
    const text = piece.replace(/&(lt|gt|amp|quot|#39);/g, (_, name) => ENTITIES[name]);
    return text === "" ? [] : [inMark ? h("mark", {class: "bs-mark"}, text) : text];
  });
}

/** The address of a place on the web; null for any other, such as javascript:. */
export function webAddress(text) {
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

/** A text that a visitor doesn't see, but hears. */
export function hidden(...text) {
  return h("span", {class: "bs-hidden"}, ...text);
}

/** Whether a click is to be answered here, and not by the browser, with a new tab or a download. */
export function isPlainClick(event) {
  return event.button === 0 && !event.defaultPrevented
      && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/** What an outlet is called; empty where it is not known. */
export function outletOf({provider}) {
  return provider?.name ?? provider?.domain ?? "";
}

/** What tells an element that has the focus from others, also when all are made anew; undefined without focus. */
export function focusedKey(container) {
  const focused = container.getRootNode().activeElement ?? null;
  return container.contains(focused) ? focused.dataset.key ?? "" : undefined;
}

/** The element with such a key. */
export function keyed(container, key) {
  return [...container.querySelectorAll("[data-key]")].find(element => element.dataset.key === key);
}
