// Copying; where the browser forbids it, the text is marked so that the reader can copy it.
const copier = (say, name, text, shown, values) => {
  const status = make("span", { role: "status" })
  const button = make("button", { type: "button", textContent: say(name, values) })
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text())
      status.textContent = say("copied")
    } catch {
      getSelection().selectAllChildren(shown)
      status.textContent = say("marked")
    }
  })
  return [button, status]
}
for (const citation of all(".citation")) {
  const { say } = wordsOf(citation)
  const address = new URL(location.pathname, location).href
  const said = (citation) => {
    const date = new Date().toLocaleDateString(say("date-locale"), { day: "numeric", month: "long", year: "numeric" })
    return say(citation.includes("http") ? "accessed" : "addressed", { citation, address, date })
  }
  // Each notation has its own way to say when the page was read; after a full stop nothing more can be said.
  const accessed = (text) => {
    const today = new Date()
    const day = new Date(today - today.getTimezoneOffset() * 60000).toISOString().slice(0, 10)
    if (text.startsWith("@")) return text.replace(/\n\}$/, `\n  urldate = {${day}},\n}`)
    if (!text.startsWith("[")) return said(text.replace(/\.$/, ""))
    return JSON.stringify(JSON.parse(text).map((item) => ({ ...item, accessed: { "date-parts": [day.split("-").map(Number)] } })), null, 2)
  }
  for (const code of all("code", citation.nextElementSibling)) {
    const block = code.parentElement
    const notation = block.previousElementSibling.textContent
    block.before(...copier(say, "reference", () => accessed(code.textContent.trim()), code, { notation }))
  }
  const buttons = [...copier(say, "citation", () => said(citation.textContent.trim()), citation)]
  if (citation.id === "cite-this") buttons.unshift(...copier(say, "link", () => address, citation))
  citation.after(make("p", { className: "copy" }, ...buttons))
}
