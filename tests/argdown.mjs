// Reads Argdown from the standard input by Argdown's own parser, in the folder that is named, and writes what it found.
import { readFileSync } from "node:fs"
import { pathToFileURL } from "node:url"

const { argdown } = await import(pathToFileURL(`${process.argv[2]}/node_modules/@argdown/core/dist/index.js`))
const steps = ["parse-input", "build-model", "build-map", "export-dot"]
const read = argdown.run({ input: readFileSync(0, "utf8"), process: steps, logLevel: "none" })

const end = ({ type, title, argumentTitle }) => [type, title ?? argumentTitle]
process.stdout.write(
  JSON.stringify({
    errors: [...read.lexerErrors, ...read.parserErrors, ...(read.exceptions ?? [])].map(({ message }) => message),
    statements: Object.values(read.statements).map(({ title, members }) => [
      title,
      members.map(({ text }) => text ?? "").filter(Boolean),
      members.flatMap(({ tags }) => tags ?? []),
      members.map(({ data }) => data).filter(Boolean),
    ]),
    arguments: Object.values(read.arguments).map(({ title, pcs }) => [title, pcs.map(({ role, title }) => [role, title])]),
    relations: read.relations.map(({ relationType, from, to }) => [relationType, ...end(from), ...end(to)]),
    dot: read.dot,
  }),
)
