// Doubts: on their own page, and on maps and claims when the address holds any.
const doubts = document.querySelector(".what-if")
if (doubts && (!doubts.hidden || /reject|accept/.test(location.search))) {
  import("./what-if/what-if.js").catch((error) => {
    // Nothing can be ticked then, as over file://, from which browsers load no modules.
    doubts.querySelector(".verdict").textContent = wordsOf(doubts).say("not-loaded")
    doubts.hidden = false
    throw error
  })
}
