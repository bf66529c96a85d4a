// A source's words beside its value. Without this file the numbers are links, and they go there.

let shown = null; // the open box and the link that opened it

/** The entry of the list of evidence that a numbered link stands for, where the list is on this page. */
const entryOf = (link) => document.getElementById(`e-${link.textContent.trim()}`);

function show(link, entry) {
  close();
  const box = document.createElement("div");
  box.className = "popover";
  box.role = "dialog";
  box.tabIndex = -1;
  box.setAttribute("aria-label", link.getAttribute("aria-label"));
  for (const part of entry.children) box.append(part.cloneNode(true));
  box.append(actions(link));
  document.querySelector(".md-content__inner").append(box);
  place(box, link);
  link.setAttribute("aria-expanded", "true");
  shown = { box, link };
  box.focus({ preventScroll: true });
  box.scrollIntoView({ block: "nearest" });
}

function actions(link) {
  const row = document.createElement("p");
  row.className = "actions";
  const go = Object.assign(document.createElement("a"), { href: link.href, textContent: "See it in its place" });
  row.append(go, copier("Copy link", () => link.href), copier("Copy with its source", () => asText(link)));
  row.append(report(link), button("Close", close));
  return row;
}

/** The value beside a numbered link as text: whose it is, the words that say it, the article and the address. */
function asText(link) {
  const words = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";
  const entry = entryOf(link);
  const row = link.closest("tr")?.querySelector("td:first-child .value");
  const value = words(link.closest(".entry, li")?.querySelector(".value"));
  const about = [words(document.querySelector("h1")), words(row)].filter((part) => part && part !== value);
  const quote = words(entry.querySelector("blockquote"));
  return `${[...about, value].join(", ")}${quote ? `: “${quote}”` : ""} (${words(entry.querySelector(".told"))}), ${link.href}`;
}

/** The page's way to report an error, with the address of the words: a link where there is one, else a text to send. */
function report(link) {
  const page = document.querySelector(".foot .report");
  const words = `\nWords: ${link.href}`;
  if (page.href) return Object.assign(document.createElement("a"), { href: page.href + encodeURIComponent(words), textContent: "Report" });
  return copier("Copy a report", () => `${page.textContent}${words}\nWhat is wrong: `);
}

function button(words, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: words });
  made.addEventListener("click", act);
  return made;
}

/** A button that puts a text on the clipboard, and says so. */
function copier(words, text) {
  const made = button(words, async () => {
    await navigator.clipboard.writeText(text());
    made.textContent = "Copied";
  });
  return made;
}

/** Below the link, within the text's width. */
function place(box, link) {
  const frame = box.offsetParent.getBoundingClientRect();
  const at = link.getBoundingClientRect();
  const left = Math.min(Math.max(0, at.left - frame.left - 12), Math.max(0, frame.width - box.offsetWidth));
  box.style.left = `${left}px`;
  box.style.top = `${at.bottom - frame.top + 4}px`;
}

function close() {
  if (!shown) return;
  const { box, link } = shown;
  shown = null;
  const inside = box.contains(document.activeElement);
  box.remove();
  link.removeAttribute("aria-expanded");
  if (inside) link.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.source");
  if (shown && !shown.box.contains(event.target) && !link) return close();
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const entry = entryOf(link);
  if (!entry) return;
  event.preventDefault();
  if (shown?.link === link) close();
  else show(link, entry);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
});

// What is below a page to be taken away: a button to copy it.
for (const taken of document.querySelectorAll(".foot .cite, .foot pre")) {
  const copy = copier(`Copy ${taken.getAttribute("aria-label") ?? "citation"}`, () => taken.textContent.trim());
  copy.className = "copy";
  taken.after(copy);
}
