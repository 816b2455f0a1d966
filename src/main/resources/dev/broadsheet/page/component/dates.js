// When the articles came out: bars on which a span of time can be dragged.

import {h, hidden, isPlainClick} from "./dom.js";

const DAY_MS = 86_400_000;

/** So few that they can be told apart. */
const MOST_BARS = 100;

/** In hundredths of the highest: so high that it can be seen beside an empty one. */
const LEAST_HEIGHT = 4;

/** A shorter span is shown by the day. */
const SHOWN_BY_DAY = 93;

/** After the last key, a span that was set by keys is looked for. */
const SETTLED_MS = 700;

/** So far from where it began, a press is a drag, in pixels. */
const DRAG_FROM = 4;

/** How spans are counted, by the length of what ISO 8601 writes for one: days, months, years. */
const UNITS = {
  10: {wider: 7, index: iso => Math.round(Date.parse(iso) / DAY_MS),
    iso: index => new Date(index * DAY_MS).toISOString().slice(0, 10)},
  7: {wider: 4, index: iso => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5)) - 1,
    iso: index => `${UNITS[4].iso(Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, "0")}`},
  4: {index: Number, iso: index => String(index).padStart(4, "0")},
};

const AGO_DAYS = {s: 1 / 86400, m: 1 / 1440, h: 1 / 24, d: 1, w: 7, M: 30.44, y: 365.25};

/** The first or the last day of a bound as the server reads it; undefined where it says nothing. */
export function dayOf(bound, isLast, now = Date.now()) {
  if (/^\d{4}(-\d\d){0,2}$/.test(bound)) {
    const [year, month, day] = bound.split("-").map(Number);
    const date = new Date(0);
    date.setUTCFullYear(year, month ? month - 1 : isLast ? 11 : 0, day ?? 1);
    if (!day && isLast) {
      date.setUTCMonth(date.getUTCMonth() + 1, 0);
    }
    return date.toISOString().slice(0, 10);
  }
  const relative = /^now(?:([+ -])(\d{1,6})([smhdwMy]))?$/.exec(bound);
  if (relative) {
    const [, sign, amount = 0, unit = "d"] = relative;
    const date = new Date(now + (sign === "-" ? -1 : 1) * amount * AGO_DAYS[unit] * DAY_MS);
    return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
  }
  return /^\d{4}-\d\d-\d\d/.exec(bound)?.[0];
}

/** In which steps dates are to be counted for a search. */
export function intervalOf(search) {
  const [from, to] = daysOf(search);
  return from && to && Date.parse(to) - Date.parse(from) < SHOWN_BY_DAY * DAY_MS ? "day" : "auto";
}

function daysOf(search) {
  return [dayOf(search.get("from"), false), dayOf(search.get("to"), true)];
}

/** The bars as they are shown: side by side, also where nothing is in them, and wider where there are too many. */
export function barsOf(values, from = "", to = "9999-12-31") {
  let length = values[0]?.value.length;
  if (length === undefined) {
    return [];
  }
  let counts = new Map(values.map(({value, count}) => [value, count])
      .filter(([iso]) => iso >= from.slice(0, length) && iso <= to.slice(0, length)));
  for (;;) {
    const indices = [...counts.keys()].map(UNITS[length]?.index);
    const last = Math.max(...indices);
    const first = Math.min(...indices);
    if (counts.size === 0) {
      return [];
    }
    if (last - first < MOST_BARS || length === 4) {
      // A date of long ago is more often wrong than old: what is newest is shown.
      const begin = Math.max(first, last - MOST_BARS + 1);
      return Array.from({length: last - begin + 1}, (_, i) => UNITS[length].iso(begin + i))
          .map(span => ({span, count: counts.get(span) ?? 0}));
    }
    length = UNITS[length].wider;
    const sums = new Map();
    counts.forEach((count, iso) =>
        sums.set(iso.slice(0, length), (sums.get(iso.slice(0, length)) ?? 0) + count));
    counts = sums;
  }
}

/** The section for dates. */
export function datesView(host, search, values) {
  const {texts} = host;
  const [from, to] = daysOf(search);
  const bars = barsOf(values, from, to);
  const bounds = search.get("from") || search.get("to");
  const field = (name, value) => h("label", {class: "bs-range-field"},
      h("span", {class: "bs-range-label"}, texts.text(name)), " ",
      h("input", {class: "bs-date-input", type: "date", name, value, "data-key": `date ${name}`}));
  const typed = event => {
    event.preventDefault();
    const given = new FormData(event.target);
    const bound = name => given.get(name) || null;
    host.search(search.with("from", bound("from")).with("to", bound("to")), "date");
  };
  return h("section", {class: "bs-facet bs-dates", "aria-labelledby": "bs-facet-date"},
      h("h3", {class: "bs-facet-title", id: "bs-facet-date"}, texts.text("date")),
      bars.length > 0 ? new BarRow(host, search, bars).elements : null,
      h("form", {class: "bs-range", submit: typed}, field("from", from), field("to", to),
        h("div", {class: "bs-range-ways"},
          h("button", {class: "bs-button bs-button-quiet", type: "submit", "data-key": "date apply",
            "aria-label": texts.text("apply-dates")}, texts.text("apply")), " ",
          bounds ? host.link(search.with("from").with("to"), "date",
              {class: "bs-more", "data-key": "date all", rel: "nofollow"}, texts.text("all-dates")) : null)));
}

/** Bars with two handles. */
class BarRow {
  elements;

  #host;
  #search;
  #bars;
  #list;
  #ends;
  #handles;
  /** The first and the last bar that are chosen. */
  #chosen;
  #timer;

  constructor(host, search, bars) {
    this.#host = host;
    this.#search = search;
    this.#bars = bars;
    const most = Math.max(...bars.map(bar => bar.count));
    this.#list = h("ol", {class: "bs-bars", pointerdown: event => this.#pressed(event),
      dragstart: event => event.preventDefault()}, bars.map(bar => this.#bar(bar, most)));
    this.#ends = h("p", {class: "bs-bars-ends", "aria-hidden": "true"});
    this.#handles = ["first-date", "last-date"].map((name, end) => this.#handle(name, end));
    this.#choose([0, bars.length - 1]);
    this.elements = [
      h("div", {class: "bs-bar-row"}, this.#list, bars.length > 1 ? this.#handles : null), this.#ends];
  }

  #bar({span, count}, most) {
    const {texts} = this.#host;
    const height = count === 0 ? 0 : Math.max(LEAST_HEIGHT, Math.round((100 * count) / most));
    const text = texts.text("bar", {span: texts.span(span), count: texts.number(count)});
    return h("li", {class: "bs-bar"},
        this.#host.link(this.#search.with("from", span).with("to", span), "date",
          {class: "bs-bar-link", title: text, tabindex: "-1"},
          h("svg", {class: "bs-bar-fill", viewBox: "0 0 1 100", preserveAspectRatio: "none",
            "aria-hidden": "true", focusable: "false"},
            h("rect", {y: 100 - height, width: 1, height})),
          hidden(text)));
  }

  #handle(name, end) {
    return h("span", {class: `bs-handle bs-handle-${end === 0 ? "from" : "to"}`, role: "slider", tabindex: "0",
      "aria-label": this.#host.texts.text(name), "aria-valuemin": 0, "aria-valuemax": this.#bars.length - 1,
      "data-key": name, keydown: event => this.#keyed(event, end), blur: () => this.#timer && this.#settle(),
      pointerdown: event => this.#pressed(event, end)});
  }

  #choose(ends) {
    this.#chosen = ends;
    const {texts} = this.#host;
    const spans = ends.map(index => texts.span(this.#bars[index].span));
    [...this.#list.children].forEach((bar, i) => bar.classList.toggle("bs-bar-out", i < ends[0] || i > ends[1]));
    this.#ends.replaceChildren(...[...new Set(spans)].map(span => h("span", {}, span)));
    this.#handles.forEach((handle, end) => {
      handle.setAttribute("aria-valuenow", ends[end]);
      handle.setAttribute("aria-valuetext", spans[end]);
      // Set by script, which a strict Content-Security-Policy allows.
      handle.style.insetInlineStart = `${((ends[end] + end) / this.#bars.length) * 100}%`;
    });
  }

  #keyed(event, end) {
    const isRtl = getComputedStyle(this.#list).direction === "rtl";
    const last = this.#bars.length - 1;
    const by = {ArrowLeft: isRtl ? 1 : -1, ArrowRight: isRtl ? -1 : 1, ArrowDown: -1, ArrowUp: 1,
      PageDown: -12, PageUp: 12, Home: -last, End: last}[event.key];
    if (event.key === "Enter") {
      this.#settle();
    } else if (by !== undefined) {
      event.preventDefault();
      const ends = [...this.#chosen];
      const [least, most] = end === 0 ? [0, ends[1]] : [ends[0], last];
      ends[end] = Math.min(most, Math.max(least, ends[end] + by));
      this.#choose(ends);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#settle(), SETTLED_MS);
    }
  }

  /** Follows a pointer from the bar, or the handle, that it pressed. */
  #pressed(event, end) {
    if (!isPlainClick(event)) {
      return;
    }
    const area = this.#list;
    const fixed = end === undefined ? this.#at(event) : this.#chosen[1 - end];
    let isDrag = end !== undefined;
    const listening = new AbortController();
    const on = (type, listener) => window.addEventListener(type, listener, {signal: listening.signal});
    on("pointermove", move => {
      isDrag ||= Math.abs(move.clientX - event.clientX) > DRAG_FROM;
      if (isDrag && move.pointerId === event.pointerId) {
        this.#choose([fixed, this.#at(move)].sort((a, b) => a - b));
      }
    });
    on("pointerup", () => {
      listening.abort();
      if (isDrag) {
        // What may follow is a click on the bar where it ended.
        const swallowing = new AbortController();
        area.addEventListener("click", click => click.preventDefault(), {capture: true, signal: swallowing.signal});
        setTimeout(() => {
          swallowing.abort();
          this.#settle();
        });
      }
    });
    on("pointercancel", () => {
      listening.abort();
      this.#choose([0, this.#bars.length - 1]);
    });
  }

  /** The bar at a pointer. */
  #at(event) {
    const area = this.#list.getBoundingClientRect();
    const along = (event.clientX - area.left) / area.width;
    const isRtl = getComputedStyle(this.#list).direction === "rtl";
    const index = Math.floor((isRtl ? 1 - along : along) * this.#bars.length);
    return Math.min(this.#bars.length - 1, Math.max(0, index));
  }

  /** Looks for what is chosen, where that is not everything. */
  #settle() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const [first, last] = this.#chosen;
    if (first > 0 || last < this.#bars.length - 1) {
      this.#host.search(
          this.#search.with("from", this.#bars[first].span).with("to", this.#bars[last].span), "date");
    }
  }
}
