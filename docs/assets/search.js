// The search page: words and facets in its address, results from the Pagefind index that lies beside the pages.

import { FACETS, chosenIn, drawFacets } from "./facets.js";

const root = new URL("../", import.meta.url);
const FIRST = 10; // results at a time

const box = document.getElementById("q");
const form = box.form;
const status = document.getElementById("search-status");
const panel = document.getElementById("results");
const filters = document.getElementById("filters");
const hits = document.getElementById("hits");
const more = document.getElementById("more");
const narrow = document.getElementById("narrow");
const help = document.getElementById("search-help");

/** đ has no accent to take off, so that the index holds it as d beside it, and so does the question. */
const fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").trim();

let pagefind;
let latest = 0;

async function load() {
  if (!pagefind) {
    pagefind = await import(new URL("pagefind/pagefind.js", root));
    await pagefind.options({ baseUrl: root.pathname, excerptLength: 24 });
    await pagefind.init();
    await pagefind.filters(); // results come with counts only after this
  }
  return pagefind;
}

const chosen = () => chosenIn(filters);

function fromAddress() {
  const address = new URLSearchParams(location.search);
  box.value = address.get("q") ?? "";
  return Object.fromEntries(FACETS.map((name) => [name, address.getAll(name)]).filter(([, values]) => values.length));
}

function toAddress(picked) {
  const address = new URLSearchParams();
  if (box.value.trim()) address.set("q", box.value.trim());
  for (const [name, values] of Object.entries(picked)) for (const value of values) address.append(name, value);
  history.replaceState(null, "", address.size ? `?${address}` : location.pathname);
}

async function run(picked) {
  const mine = ++latest;
  const words = fold(box.value);
  toAddress(picked);
  const idle = !words && !Object.keys(picked).length;
  status.textContent = idle ? "" : "Searching …";
  narrow.firstElementChild.textContent = idle ? "Or choose from all pages" : "Narrow the results";
  try {
    const engine = await load();
    const any = Object.fromEntries(Object.entries(picked).map(([name, values]) => [name, { any: values }]));
    const found = await engine.search(words || null, { filters: any });
    if (mine !== latest) return;
    drawFacets(filters, found.totalFilters ?? found.filters, found.filters, picked, () => run(chosen()));
    if (idle) invite();
    else await drawHits(found.results, 0, mine);
  } catch (error) {
    status.textContent = "The search index could not be loaded.";
    help.hidden = false;
    console.warn(error);
  }
}

/** Nothing is asked yet: all facets, so that one may begin with any of them. */
function invite() {
  hits.replaceChildren();
  more.hidden = help.hidden = true;
  panel.hidden = false;
}

async function drawHits(results, from, mine) {
  if (!from) hits.replaceChildren();
  const part = await Promise.all(results.slice(from, from + FIRST).map((result) => result.data()));
  if (mine !== latest) return;
  part.sort((a, b) => isCalled(b, box.value) - isCalled(a, box.value));
  for (const page of part) hits.append(hit(page));
  status.textContent = results.length ? `${results.length} ${results.length === 1 ? "page" : "pages"} found` : `Nothing found for “${box.value.trim()}”.`;
  panel.hidden = !results.length && !filters.querySelector("input:checked");
  help.hidden = results.length > 0;
  more.hidden = from + FIRST >= results.length;
  more.onclick = async () => {
    const next = hits.children.length;
    await drawHits(results, next, mine);
    hits.children[next]?.querySelector("a")?.focus();
  };
}

const namesOf = (page) => [page.meta.title, ...(page.meta.names ?? "").split(" | ")];

/** Whether the words are one of a page's names, to the letter but for accents and case. */
function isCalled(page, words) {
  return namesOf(page).some((name) => fold(name).toLowerCase() === fold(words).toLowerCase());
}

/** The name of a page that holds each of the words; nothing where the words stand elsewhere in it. */
function nameWith(page, words) {
  const wanted = fold(words).toLowerCase().split(/\s+/);
  return namesOf(page).find((name) => wanted.every((word) => fold(name).toLowerCase().includes(word)));
}

function hit(page) {
  const item = document.createElement("li");
  const kind = Object.assign(document.createElement("span"), { className: "kind", textContent: `${page.meta.label ?? ""} ` });
  const name = nameWith(page, box.value);
  const line = name === undefined ? excerpt(page.excerpt) : called(name, page);
  const href = page.url + (name === undefined ? nearest(page) : "");
  const link = Object.assign(document.createElement("a"), { href, textContent: page.meta.title });
  const lead = Object.assign(document.createElement("p"), { textContent: page.meta.lead ?? "" });
  item.append(kind, link, lead, line);
  return item;
}

/** Under which name a page was found, where that is not its title. */
function called(name, page) {
  const words = name === page.meta.title ? "" : `Also called ${name}`;
  return Object.assign(document.createElement("p"), { textContent: words });
}

/** The place in a page at or right before the words found, as a fragment: a mark, a row or a heading. */
function nearest({ anchors, locations }) {
  const found = locations.find((location) => location >= anchors[0]?.location);
  const place = anchors.findLast(({ location }) => location <= found);
  return place ? `#${place.id}` : "";
}

/** Pagefind's excerpt is escaped text with <mark>; it is taken apart and put together from text alone. */
function excerpt(html) {
  const line = document.createElement("p");
  const source = new DOMParser().parseFromString(html, "text/html").body;
  for (const node of source.childNodes) {
    const marked = node.nodeName === "MARK";
    line.append(marked ? Object.assign(document.createElement("mark"), { textContent: node.textContent }) : node.textContent);
  }
  return line;
}

function step(event) {
  const links = [...hits.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  if (event.key === "ArrowDown" && (at >= 0 || event.target === box)) links[at + 1]?.focus();
  else if (event.key === "ArrowUp" && at >= 0) (links[at - 1] ?? box).focus();
  else if (event.key === "Escape" && at >= 0) box.focus();
  else return;
  event.preventDefault();
}

let pause;
box.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => run(chosen()), 200);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  run(chosen());
});
filters.addEventListener("change", () => run(chosen()));
document.addEventListener("keydown", step);
narrow.open = matchMedia("(min-width: 45em)").matches;
run(fromAddress());
