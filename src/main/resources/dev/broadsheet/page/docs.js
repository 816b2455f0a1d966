// Lets the forms of the page that describes the API show their answers beside them.

const LONGEST_SHOWN = 100_000;

/** The address that a form asks: what is left empty is not given. */
function address(form) {
  let path = form.dataset.path;
  const query = new URLSearchParams();
  for (const field of form.querySelectorAll("input, select")) {
    if (field.dataset.in === "path") {
      path = path.replace(`{${field.name}}`, encodeURIComponent(field.value));
    } else if (field.value !== "") {
      query.append(field.name, field.value);
    }
  }
  const asked = query.toString();
  return `.${path}${asked === "" ? "" : `?${asked}`}`;
}

/** Lines for a person, where it is JSON. */
function readable(text, type) {
  if (!/\bjson\b/.test(type)) {
    return text;
  }
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

async function send(form, output) {
  const asked = address(form);
  output.value = `GET ${new URL(asked, document.baseURI)}\n…`;
  try {
    const response = await fetch(asked);
    const type = response.headers.get("Content-Type") ?? "";
    const text = readable(await response.text(), type);
    const shown =
      text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}\n…` : text;
    output.value = `GET ${response.url}\n${response.status} ${type}\n\n${shown}`;
  } catch (error) {
    output.value = `GET ${new URL(asked, document.baseURI)}\n${error}`;
  }
}

for (const form of document.querySelectorAll("form[data-path]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, form.parentElement.querySelector("output"));
  });
}
