// Where the theme keeps a reader's choices: under the site's root. What the theme's bundle expects to find.

var __md_scope = new URL("../", document.currentScript.src);
var __md_hash = (words) => [...words].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0);
var __md_get = (key, storage = localStorage, scope = __md_scope) => JSON.parse(storage.getItem(`${scope.pathname}.${key}`));
var __md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing shows the site in the system's colours.
  }
};
