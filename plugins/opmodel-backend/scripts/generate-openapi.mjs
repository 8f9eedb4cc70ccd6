// Writes what is generated from openapi.yaml and the openapi.<subject>.yaml beside it: one document as a module, because YAML
// is not part of the published package, and the client's types. With --check it only tells whether they are fresh.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const folder = new URL('../src/schema/', import.meta.url);
const read = name => parse(readFileSync(new URL(name, folder), 'utf8'));
const banner = '// Generated from openapi.yaml. Do not edit.\n';

/** Adds the entries of a part to those of the document; what two files describe would be described by neither. */
const add = (entries, part, name) => {
  for (const [key, value] of Object.entries(part ?? {})) {
    if (key in entries) {
      throw new Error(`${name} describes '${key}' again`);
    }
    entries[key] = value;
  }
};

const document = read('openapi.yaml');
for (const name of readdirSync(folder).sort()) {
  if (/^openapi\.[a-z-]+\.yaml$/.test(name)) {
    const { paths, components = {} } = read(name);
    add(document.paths, paths, name);
    for (const [kind, part] of Object.entries(components)) {
      document.components[kind] ??= {};
      add(document.components[kind], part, name);
    }
  }
}
const outputs = [
  [
    new URL('../src/schema/openapi.generated.ts', import.meta.url),
    `${banner}/** The HTTP contract of the engine. */\nexport const openApiDocument: Record<string, any> = ${JSON.stringify(
      document,
      null,
      2,
    )};\n`,
  ],
  [
    new URL(
      '../../opmodel-common/src/client/openapi.generated.ts',
      import.meta.url,
    ),
    `${banner}${astToString(await openapiTS(document))}`,
  ],
];

const isFresh = ([url, text]) => {
  try {
    return readFileSync(url, 'utf8') === text;
  } catch (error) {
    if (error.code === 'ENOENT') {
      return false;
    }
    throw error;
  }
};

if (process.argv.includes('--check')) {
  const stale = outputs.filter(output => !isFresh(output));
  for (const [url] of stale) {
    process.stderr.write(`${fileURLToPath(url)} is out of date\n`);
  }
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [url, text] of outputs) {
    writeFileSync(url, text);
  }
}
