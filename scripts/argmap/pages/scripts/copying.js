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
  const text = () => {
    const said = citation.textContent.trim()
    const date = new Date().toLocaleDateString(say("date-locale"), { day: "numeric", month: "long", year: "numeric" })
    return say(said.includes("http") ? "accessed" : "addressed", { citation: said, address, date })
  }
  for (const code of all("code", citation.nextElementSibling)) {
    const block = code.parentElement
    const notation = block.previousElementSibling.textContent
    block.before(...copier(say, "reference", () => code.textContent, code, { notation }))
  }
  const buttons = [...copier(say, "citation", text, citation)]
  if (citation.id === "cite-this") buttons.unshift(...copier(say, "link", () => address, citation))
  citation.after(make("p", { className: "copy" }, ...buttons))
}
