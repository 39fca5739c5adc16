// The page for addresses that lead nowhere names those that are spelt most like the one asked for.
const nearest = document.querySelector(".nearest")
if (nearest) {
  const { say } = wordsOf(nearest)
  const last = (address) => readable(new URL(address, root).pathname).toLowerCase().split("/").filter(Boolean).pop() ?? ""
  const pairs = (word) => new Set(Array.from({ length: word.length + 1 }, (_, at) => ` ${word} `.slice(at, at + 2)))
  const likeness = (one, other) => {
    const [a, b] = [pairs(one), pairs(other)]
    return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size)
  }
  const asked = last(location.href)
  fetch(new URL("pages.xml", root)).then((answer) => answer.text()).then((text) => {
    const known = all("loc", new DOMParser().parseFromString(text, "text/xml")).map((loc) => loc.textContent)
    const close = known.map((address) => [likeness(asked, last(address)), address])
      .filter(([like]) => like > 0.3).sort((a, b) => b[0] - a[0]).slice(0, 5)
    if (!close.length) return
    nearest.append(make("p", { textContent: say("did-you-mean") }), make("ul", {}, ...close.map(([, address]) =>
      make("li", {}, make("a", { href: address, textContent: last(address).replaceAll("-", " ") || say("first-page") })))))
  })
}
