// The server that is asked.

import {Search} from "./search.js";

/** For how long an answer is waited for. */
const PATIENCE_MS = 20_000;

/** Why there is no answer. */
export class Problem extends Error {
  /**
   * @param kind refused (the question is wrong), busy, offline or failed
   * @param detail a sentence for a visitor; empty where the kind says it all
   * @param more the parameter that is wrong, its value and what was expected; or retryAfter in seconds
   */
  constructor(kind, detail = "", more = {}) {
    super(detail || kind, {cause: more.cause});
    this.kind = kind;
    this.detail = detail;
    this.parameter = more.parameter;
    this.value = more.value;
    this.expected = more.value && more.expected;
    this.retryAfter = more.retryAfter ?? 0;
  }

  static async of(response) {
    const retryAfter = Number(response.headers.get("Retry-After")) || 0;
    if (response.status === 429 || response.status === 503) {
      return new Problem("busy", "", {retryAfter: retryAfter || 1});
    }
    const body = await response.json().catch(() => ({}));
    return response.status < 500 && response.status >= 400
        ? new Problem("refused", String(body.detail ?? ""), body)
        : new Problem("failed");
  }
}

/** The routes of a server. Each call rejects with a Problem, or with an AbortError when it was aborted. */
export class Endpoint {
  #base;
  #filters;

  /**
   * @param address as an attribute has it, relative to the page
   * @param filters sent with every question, as the query of a URL
   */
  constructor(address, filters) {
    this.#base = new URL(address === "" || address.endsWith("/") ? address : `${address}/`, document.baseURI);
    this.#filters = new Search(filters);
  }

  /** Whether a filter is fixed, so that it is not for a visitor to choose. */
  fixes(name) {
    return this.#filters.get(name) !== undefined;
  }

  get address() {
    return this.#base.href.replace(/[?#].*/, "");
  }

  /** Where something is on the server. */
  url(path, parameters) {
    const url = new URL(path, this.#base);
    url.search = new URLSearchParams([...this.#filters.parameters, ...parameters]);
    url.hash = "";
    return url.href;
  }

  async ask(path, parameters, signal) {
    let response;
    try {
      const patience = AbortSignal.timeout(PATIENCE_MS);
      response = await fetch(this.url(path, parameters), {
        headers: {Accept: "application/json"},
        credentials: "omit",
        signal: AbortSignal.any([signal, patience]),
      });
      if (response.ok) {
        return await response.json();
      }
    } catch (cause) {
      signal.throwIfAborted();
      throw new Problem("offline", "", {cause});
    }
    throw await Problem.of(response);
  }
}
