// The normal form of a sentence, sign for sign that of scripts/argmap/text/words.py. Full case folding is what is left when
// a letter goes down, up and down again, but for the dotless i, and for Cherokee, whose letters fold to capitals.
const folded = (sign) => {
  if (sign === "ı") return sign
  return /\p{Script=Cherokee}/u.test(sign) ? sign.toUpperCase() : sign.toLowerCase().toUpperCase().toLowerCase()
}
const normal = (text) => [...text.replace(/\p{Default_Ignorable_Code_Point}/gu, "").normalize("NFKC")].map(folded).join("")
  .normalize("NFKC").replace(/(?:(?<![\p{L}\p{N}\p{M}])\p{M}+|[^\p{L}\p{N}\p{M}])+/gu, " ").trim()

// Finds a pasted sentence of the article by its fingerprint, or else by its first words, where a link quotes them and no
// other sentence has them.
const finder = document.querySelector(".finder")
if (finder) {
  const print = async (text) => {
    const bytes = await crypto.subtle?.digest("SHA-256", new TextEncoder().encode(normal(text)))
    return [...new Uint8Array(bytes ?? 0)].map((byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, 16)
  }
  // Letters of scripts without spaces stand apart, so that words are found inside a text.
  const apart = (text) => ` ${text.replace(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Khmr}]\p{M}*/gu, " $& ")} `
    .replace(/ +/g, " ")
  // Whatever may end a sentence parts what was pasted; up to eight parts in a row may be one (“Mr. Smith met Dr. Jones.”).
  const parted = (text) => {
    const parts = text.split(/(?<=[.?!…।۔؟。！？;][\p{P}\d]*)(?=\s|[^\p{P}\d\s])|\n\s*\n/u)
    return parts.flatMap((_, at) => Array.from({ length: 8 }, (_, more) => parts.slice(at, at + more + 1).join("")))
  }
  const sentences = all("[data-print]").map((heading) => {
    const words = heading.nextElementSibling.querySelector("a.outside")?.href.split(":~:text=")[1].split(",") ?? [""]
    const first = words[0].endsWith("-") ? "" : normal(decodeURIComponent(words[0]))
    return { heading, first: apart(first), print: heading.dataset.print, place: heading.firstChild.data.trim() }
  })
  const { say } = wordsOf(finder)
  const status = finder.querySelector("[role=status]")
  finder.addEventListener("submit", (event) => event.preventDefault())
  finder.addEventListener("input", async () => {
    const pasted = finder.querySelector("textarea").value
    const prints = new Set(await Promise.all([...new Set([pasted, ...parted(pasted)])].map(print)))
    const text = apart(normal(pasted))
    const whole = sentences.filter(({ print }) => prints.has(print))
    const found = whole.length ? whole : sentences.filter(({ first }) => first.length > 12 && text.includes(first))
    status.replaceChildren(
      pasted.trim() && !found.length ? say("not-found") : "",
      ...found.flatMap(({ heading, place }) => [
        make("a", { href: `#${heading.id}`, textContent: place }), ` ${heading.nextElementSibling.firstChild.data}`,
        make("br")]))
    if (found.length === 1) found[0].heading.scrollIntoView()
  })
}
