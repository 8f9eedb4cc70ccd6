// Writes the JSON Schemas of our events to docs/schemas, from the contracts that intake holds them to.
const { mkdirSync, writeFileSync } = require('node:fs');
const { join, resolve } = require('node:path');
require('@backstage/cli/config/nodeTransform.cjs');
const {
  describeFactSchema,
  factKinds,
  spellKind,
} = require('../src/intake/factSchemas');

const folder = resolve(__dirname, '../../../docs/schemas');
mkdirSync(folder, { recursive: true });
for (const kind of factKinds) {
  writeFileSync(
    join(folder, `${spellKind(kind)}.json`),
    `${JSON.stringify(describeFactSchema(kind), null, 2)}\n`,
  );
}
