// The rules of Values.shaken (scripts/argmap/reasoning/values.py) once more; a test compares the two on many maps.

const VALUES = ["unsupported", "weakened", "stands"] // worst first
const [UNSUPPORTED, WEAKENED, STANDS] = VALUES.keys()

// What is left of every claim and of every argument, by its id, when these claims are doubted and these objections
// accepted. The graph is what `as_graph` in scripts/argmap/exports/graph.py makes; ids that it does not know, as in an old
// address, change nothing.
export function evaluate(graph, doubted, accepted) {
  const fallen = new Set(doubted)
  for (const objection of accepted) fallen.add(graph.objections[objection])
  const values = new Map()
  const weakest = (premises) => Math.min(...premises.map((premise) => values.get(premise)))
  const isLost = (claim) => values.get(claim) === UNSUPPORTED
  // An objection that has lost all its answers leaves what it is directed against at most weakened.
  const defences = new Map()
  for (const [objection, answers] of Object.entries(graph.answers)) {
    const target = graph.objections[objection]
    defences.set(target, [...(defences.get(target) ?? []), answers])
  }
  const defended = (target, value) => {
    if (fallen.has(target)) return UNSUPPORTED
    return defences.get(target)?.some((answers) => answers.every(isLost)) ? Math.min(value, WEAKENED) : value
  }
  for (const [claim, reasons] of graph.claims) {
    const worth = Object.entries(reasons).map(([argument, premises]) => {
      values.set(argument, defended(argument, weakest(premises)))
      return values.get(argument)
    })
    const worst = Math.min(STANDS, ...worth)
    values.set(claim, defended(claim, worth.every((value) => value === worst) ? worst : WEAKENED))
  }
  return new Map([...values].map(([id, value]) => [id, VALUES[value]]))
}
