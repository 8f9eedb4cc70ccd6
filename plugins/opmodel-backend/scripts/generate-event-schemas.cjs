// Writes the JSON Schemas of our events to docs/schemas, from the contracts that intake holds them to.
const { mkdirSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
require('@backstage/cli/config/nodeTransform.cjs');
const {
  describeFactSchema,
  factKinds,
  spellKind,
} = require('../src/intake/factSchemas');
const {
  describeMeasurementSchema,
} = require('../src/intake/measurementContract');

const {
  describeEntityFactSchema,
} = require('../src/intake/entityFactContract');

const folder = resolve(__dirname, '../../../docs/schemas');
mkdirSync(folder, { recursive: true });
const schemas = {
  ...Object.fromEntries(
    factKinds.map(kind => [spellKind(kind), describeFactSchema(kind)]),
  ),
  'sli-measurement': describeMeasurementSchema(),
  'entity-facts': describeEntityFactSchema(),
};
for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(
    join(folder, `${name}.json`),
    `${JSON.stringify(schema, null, 2)}\n`,
  );
}
