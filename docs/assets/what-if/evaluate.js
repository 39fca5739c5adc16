// The rules of Graph.shaken (scripts/argmap/reasoning/graph.py) once more; a test compares the two on many maps.

const VALUES = ["unsupported", "weakened", "stands"] // worst first
const [UNSUPPORTED, WEAKENED, STANDS] = VALUES.keys()

// What is left of every claim, by its id, when these claims are doubted and these objections accepted. The graph is
// what `as_graph` in scripts/argmap/exports/graph.py makes; ids that it does not know, as in an old address, change nothing.
export function evaluate(graph, doubted, accepted) {
  const fallen = new Set(doubted)
  for (const objection of accepted) fallen.add(graph.objections[objection])
  const values = new Map()
  const weakest = (premises) => Math.min(...premises.map((premise) => values.get(premise)))
  for (const [claim, reasons] of graph.claims) {
    const worth = Object.entries(reasons).map(([argument, premises]) =>
      fallen.has(argument) ? UNSUPPORTED : weakest(premises)
    )
    const worst = Math.min(STANDS, ...worth)
    const left = worth.every((value) => value === worst) ? worst : WEAKENED
    values.set(claim, fallen.has(claim) ? UNSUPPORTED : left)
  }
  return new Map([...values].map(([claim, value]) => [claim, VALUES[value]]))
}
