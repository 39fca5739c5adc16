// What only a script can do; every page is complete without it. Runs before the theme's own script.

const root = new URL("../", document.currentScript.src)
const all = (selector, within = document) => [...within.querySelectorAll(selector)]
const readable = (path) => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path // a percent sign that encodes nothing
  }
}
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

// The theme's script is as large as all fonts, and is fetched only now, when the page is there, and not beside them. It
// waits for an event that has been by then, so that it is told of it once more.
for (const waiting of all('script[type="text/plain"]')) {
  const onload = () => document.dispatchEvent(new Event("DOMContentLoaded"))
  waiting.replaceWith(make("script", { src: waiting.src, async: false, onload }))
}

// On a narrow page the row of a place's pages has the one that is open in its middle.
for (const page of all(".siblings [aria-current]")) {
  const row = page.closest("ul")
  row.scrollLeft = page.offsetLeft - (row.clientWidth - page.offsetWidth) / 2
}

// The words of a tool stand on its element, each text whole or in the forms that the language has for numbers `n`.
// `pieces` fills in its {placeholders}, with links too; `say` makes one text of them.
const language = document.documentElement.lang
const category = new Intl.PluralRules(language)
const wordsOf = (tool) => {
  const texts = JSON.parse(tool.dataset.wording)
  const pieces = (key, values = {}) => {
    const text = texts[key].other ? texts[key][category.select(values.n)] ?? texts[key].other : texts[key]
    return text.split(/\{(\w+)\}/).map((part, at) => (at % 2 ? values[part] : part))
  }
  return { pieces, say: (key, values) => pieces(key, values).join("") }
}
