// The page for missing addresses is shown at any depth below a root that is not known when it is built. The list of
// pages lies in that root, so the nearest folder above that has it is the one.
(async () => {
  const holds = async (folder) => {
    const answer = await fetch(new URL("pages.xml", folder))
    return answer.ok && (await answer.text()).includes("<urlset")
  }
  let root = new URL(".", location)
  while (root.pathname !== "/" && !await holds(root)) root = new URL("..", root)
  const moved = (address) => new URL(address.slice(1), root).href
  for (const element of document.querySelectorAll('[href^="/"]')) element.href = moved(element.getAttribute("href"))
  for (const element of document.querySelectorAll('img[src^="/"]')) element.src = moved(element.getAttribute("src"))
  const config = document.getElementById("__config")
  config.textContent = config.textContent.replaceAll('"/', `"${root.pathname}`)
  for (const waiting of document.querySelectorAll("script[data-src]")) {
    const script = document.createElement("script")
    script.async = false
    script.type = waiting.type
    script.src = moved(waiting.dataset.src)
    waiting.replaceWith(script)
  }
})()
