// Reads Argdown from the standard input by Argdown's own parser, in the folder that is named, and writes what it holds.
import { readFileSync } from "node:fs"
import { pathToFileURL } from "node:url"

const { argdown } = await import(pathToFileURL(`${process.argv[2]}/node_modules/@argdown/core/dist/index.js`))
const read = argdown.run({ input: readFileSync(0, "utf8"), process: ["parse-input", "build-model"], logLevel: "none" })

const errors = [...(read.lexerErrors ?? []), ...(read.parserErrors ?? [])].map((error) => ({
  line: error.line ?? error.token?.startLine ?? error.previousToken?.startLine,
  column: error.column ?? error.token?.startColumn ?? error.previousToken?.startColumn,
  message: `this is not Argdown: ${error.message.split("\n")[0]}`,
}))
if (!errors.length && read.exceptions?.length) errors.push({ line: 1, column: 1, message: "Argdown's parser finds nothing that it could read" })

const [statements, supports, conflicts, leftOut] = [{}, {}, {}, []]
const words = (text, title) => (text ?? "").trim() || title
const textOf = ({ title, members }) => words(members.filter(({ isReference }) => !isReference).at(-1)?.text, title)
for (const one of Object.values(read.statements ?? {})) statements[`s:${one.title}`] = textOf(one)

// An argument is its steps; one that is only named, or has a gloss alone, is a statement.
const steps = new Map()
for (const { title, pcs = [], members = [] } of Object.values(read.arguments ?? {})) {
  let premises = []
  let last = ""
  for (const [at, { role, title: statement, inference }] of pcs.entries()) {
    const key = `s:${statement}`
    if (role === "premise") {
      premises.push(key)
      continue
    }
    const uses = inference?.data?.uses
    const from = uses ? uses.map((number) => `s:${pcs[number - 1]?.title}`) : last ? [...premises, last] : premises
    steps.set(`${title}/${at}`, `a:${title}/${at}`)
    supports[`a:${title}/${at}`] = { premises: from, conclusion: key, scheme: (inference?.inferenceRules ?? []).join(", ") }
    steps.set(title, `a:${title}/${at}`)
    premises = []
    last = key
  }
  if (!steps.has(title)) statements[`g:${title}`] = words(members.filter(({ isReference, text }) => !isReference && text).at(-1)?.text, title)
}

const keyOf = ({ type, title, argumentTitle, conclusionIndex }) => {
  if (type === "inference") return steps.get(`${argumentTitle}/${conclusionIndex}`) ?? steps.get(argumentTitle)
  return type === "argument" ? (steps.get(title) ?? `g:${title}`) : `s:${title}`
}
for (const [at, { relationType, from, to }] of (read.relations ?? []).entries()) {
  let [source, target] = [keyOf(from), keyOf(to)]
  // What an argument with premises attacks or supports beside its conclusion, it does by that conclusion.
  if (supports[source]) source = supports[source].conclusion
  if (relationType === "support" || relationType === "entails") {
    if (supports[target]) leftOut.push(`A support of a whole argument was left out (${to.title}): say which premise it supports.`)
    else if (source !== target) supports[`r:${at}`] = { premises: [source], conclusion: target }
  } else if (relationType === "equivalent") {
    leftOut.push(`Two statements are called equivalent: ${from.title}, ${to.title}.`)
  } else if (source !== target) {
    conflicts[`r:${at}`] = { sources: [source], target }
  }
}
process.stdout.write(JSON.stringify({ errors, statements, supports, conflicts, leftOut }))
