// Checks FollowTheMoney files against the model that the npm package carries:
// node check.cjs FOLDER_OF_THE_PACKAGE FILE...
const fs = require('fs')
const path = require('path')
const [folder, ...files] = process.argv.slice(2)
const { Model, defaultModel } = require(folder)
const model = new Model(defaultModel)

const idForm = /^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/
const dateForm = /^(\d{4})(-(\d{2})(-(\d{2})(T\d{2}(:\d{2}(:\d{2})?)?)?)?)?$/

function isDate(text) {
  const m = dateForm.exec(text)
  if (!m || m[1] === '0000') return false
  const month = Number(m[3] ?? 1)
  const day = Number(m[5] ?? 1)
  const at = new Date(Date.UTC(2000, month - 1, day))
  at.setUTCFullYear(Number(m[1]), month - 1, day)
  return month >= 1 && month <= 12 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
}

function isAddress(text) {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol)
  } catch {
    return false
  }
}

function wrong(property, value, entities) {
  const type = property.type
  if (typeof value !== 'string' || value.trim() === '') return 'no text'
  if (property.maxLength && [...value].length > property.maxLength) return 'too long'
  if (type.values.size && !type.values.has(value)) return `not among the values of ${type.name}`
  if (type.name === 'date' && !isDate(value)) return 'no date'
  if (type.name === 'url' && !isAddress(value)) return 'no address'
  if (!type.isEntity) return ''
  if (!idForm.test(value)) return 'no id'
  const other = entities.get(value)
  if (!other) return 'names nothing in the file'
  return model.getSchema(other.schema).isA(property.range) ? '' : `a ${other.schema} is no ${property.range}`
}

function* problems(raw, entities) {
  const schema = model.getSchema(raw.schema)
  if (schema.abstract) yield 'an abstract schema'
  for (const [name, values] of Object.entries(raw.properties)) {
    if (!schema.hasProperty(name)) {
      yield `no property ${name}`
      continue
    }
    const property = schema.getProperty(name)
    if (property.stub) yield `${name} is written at its wrong end`
    if (!Array.isArray(values) || values.length === 0) yield `${name}: no list`
    if (new Set(values).size !== values.length) yield `${name}: a value twice`
    for (const v of values) {
      const why = wrong(property, v, entities)
      if (why) yield `${name}: ${JSON.stringify(v)}: ${why}`
    }
  }
  for (const name of schema.required) if (!raw.properties[name]) yield `requires ${name}`
  if (schema.isEdge) for (const end of [schema.edge.source, schema.edge.target]) if (!raw.properties[end]) yield `has no ${end}`
  const known = Object.keys(raw.properties).every((name) => schema.hasProperty(name))
  if (known && !schema.isEdge && !model.getEntity(raw).getCaption()) yield 'no caption'
}

let count = 0
let bad = 0
for (const file of files) {
  const lines = fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).map((l) => JSON.parse(l))
  const entities = new Map()
  for (const raw of lines) {
    if (entities.has(raw.id)) console.log(`${file}: ${raw.id}: twice`, bad++)
    entities.set(raw.id, raw)
  }
  for (const raw of lines) {
    count++
    for (const p of problems(raw, entities)) {
      bad++
      console.log(`${path.basename(file)}: ${raw.id} (${raw.schema}): ${p}`)
    }
  }
}
console.log(`${count} entities, ${bad} problems`)
process.exit(bad ? 1 : 0)
