// The facets of the search page: what the pages found may be narrowed to, with counts.

export const FACETS = ["kind", "country", "year", "language", "organisation"];
const CHOICES = 10; // words of one facet, until all are asked for
const whole = new Set(); // facets of which all words are shown

/** What is ticked, by facet. */
export function chosenIn(filters) {
  const picked = {};
  for (const input of filters.querySelectorAll("input:checked")) (picked[input.name] ??= []).push(input.value);
  return picked;
}

/** Draw all facets anew in `filters`. `again` asks the question once more, with what is then chosen. */
export function drawFacets(filters, total, counts, picked, again) {
  const focused = document.activeElement?.id;
  filters.replaceChildren(...FACETS.map((name) => facet(name, total[name] ?? {}, counts[name] ?? {}, picked[name] ?? [], again)).filter(Boolean));
  if (focused?.startsWith("f-")) document.getElementById(focused)?.focus();
}

/** Years in their order, and before them all what has none. */
const inTime = (year) => Number(year) || 0;

function facet(name, total, counts, picked, again) {
  const shown = picked.length ? total : counts; // of a facet in use, all its words can be added
  const values = Object.keys(total)
    .filter((value) => shown[value] || picked.includes(value))
    .sort((a, b) => (name === "year" ? inTime(b) - inTime(a) : (shown[b] ?? 0) - (shown[a] ?? 0) || a.localeCompare(b)));
  const first = values.filter((value, place) => whole.has(name) || place < CHOICES || picked.includes(value));
  if (!values.length) return null;
  const group = document.createElement("fieldset");
  group.append(Object.assign(document.createElement("legend"), { textContent: name[0].toUpperCase() + name.slice(1) }));
  for (const value of first) group.append(choice(name, value, shown[value] ?? 0, picked.includes(value)));
  if (first.length < values.length) group.append(rest(name, first.length, values.length, again));
  return group;
}

/** The button that shows all words of a facet. */
function rest(name, shown, count, again) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: `All ${count}` });
  button.setAttribute("aria-label", `All ${count} of ${name}`);
  button.addEventListener("click", async () => {
    whole.add(name);
    await again();
    document.querySelectorAll(`input[name=${name}]`)[shown]?.focus();
  });
  return button;
}

function choice(name, value, count, checked) {
  const label = document.createElement("label");
  const input = Object.assign(document.createElement("input"), { type: "checkbox", name, value, checked, id: `f-${name}-${value}` });
  const number = Object.assign(document.createElement("span"), { className: "count", textContent: count });
  label.append(input, document.createElement("span"), number);
  label.children[1].textContent = value;
  return label;
}
