// Writes what is generated from openapi.yaml: the document as a module, because YAML is not part of the published package,
// and the client's types. With --check it only tells whether they are fresh.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const source = new URL('../src/schema/openapi.yaml', import.meta.url);
const banner = '// Generated from openapi.yaml. Do not edit.\n';
const document = parse(readFileSync(source, 'utf8'));
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
