#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { join } = require('node:path');

// What is published has no src; in the repository there is nothing else.
if (existsSync(join(__dirname, '..', 'src'))) {
  require('@backstage/cli/config/nodeTransform.cjs');
}

const { runCli } = require('@opmodel/openslo/cli');

runCli(process.argv.slice(2)).then(exitCode => {
  // Not process.exit(), which would cut off what is still being written to a pipe.
  process.exitCode = exitCode;
});
