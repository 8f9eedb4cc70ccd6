const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const frontendPlugins = readdirSync(join(__dirname, 'plugins')).filter(name => {
  const manifest = join(__dirname, 'plugins', name, 'package.json');
  return (
    existsSync(manifest) &&
    JSON.parse(readFileSync(manifest, 'utf8')).backstage?.role ===
      'frontend-plugin'
  );
});
const anyFrontendPlugin = frontendPlugins.join('|');

const TESTS =
  '[.]test[.]tsx?$|/(testing|tests|__fixtures__)/|/setupTests[.]ts$';

/**
 * The layers of the repository. Each rule here has a fixture in
 * scripts/layers/fixtures that breaks it, and a test that sees it reported.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'knex-in-database-stores-only',
      comment:
        'SQL lives in files named Database…, behind an interface that a fake also fulfils.',
      severity: 'error',
      from: {
        path: '^(plugins|packages)/',
        pathNot: [
          '/Database[A-Z][A-Za-z]*[.]ts$',
          '^plugins/[^/]+/migrations/',
          TESTS,
        ],
      },
      to: { path: '(^|/)node_modules/knex/|^knex(/|$)' },
    },
    {
      name: 'no-store-of-another-subject',
      comment:
        "A subject asks another subject's service; its store is its own affair. The catalog snapshot, the intake with its inbox and the collectors are the ground that all subjects stand on.",
      severity: 'error',
      from: {
        path: '^plugins/opmodel-backend/src/([^/]+)/',
        pathNot: TESTS,
      },
      to: {
        path: '^plugins/opmodel-backend/src/.+Store[.]ts$',
        pathNot: [
          '^plugins/opmodel-backend/src/$1/',
          '^plugins/opmodel-backend/src/(catalog|collect|inbox|intake|lib|producers|retention)/',
        ],
      },
    },
    {
      name: 'ground-knows-no-subject',
      comment:
        'The snapshot, the intake with its inbox and its producers, the collectors, retention and lib serve the subjects and know none of them.',
      severity: 'error',
      from: {
        path: '^plugins/opmodel-backend/src/(catalog|collect|inbox|intake|lib|producers|retention)/',
        pathNot: TESTS,
      },
      to: {
        path: '^plugins/opmodel-backend/src/(dora|flow|slo|scorecards|techDebt|ownership|decisions|acceptances|attention)/',
      },
    },
    {
      name: 'common-without-node',
      comment: 'opmodel-common runs in the browser as well.',
      severity: 'error',
      from: { path: '^plugins/opmodel-common/src/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'common-without-react',
      comment: 'opmodel-common runs in the backend as well.',
      severity: 'error',
      from: { path: '^plugins/opmodel-common/src/', pathNot: TESTS },
      to: {
        path: '(^|/)(node_modules/)?(react|react-dom|react-router|react-router-dom|@types/react|@material-ui/[^/]+|@mui/[^/]+|recharts)(/|$)',
      },
    },
    {
      name: 'common-without-framework',
      comment:
        "Of Backstage, opmodel-common uses only what is made for both sides: the model, errors, types and other plugins' -common packages.",
      severity: 'error',
      from: { path: '^plugins/opmodel-common/src/', pathNot: TESTS },
      to: {
        path: '(^|/)@backstage/',
        pathNot:
          '(^|/)@backstage/(catalog-model|config|errors|filter-predicates|types|plugin-[a-z-]+-common)(/|$)',
      },
    },
    {
      name: 'common-knows-no-other-package-of-ours',
      comment: 'opmodel-common is what all others build on.',
      severity: 'error',
      from: { path: '^plugins/opmodel-common/src/', pathNot: TESTS },
      to: { path: '^(packages|plugins/(?!opmodel-common/))' },
    },
    {
      name: 'openslo-without-node',
      comment:
        "Documents are read and checked in browsers as well; files and the like are the command line's.",
      severity: 'error',
      from: {
        path: '^packages/openslo/src/',
        pathNot: [TESTS, '/__testUtils__/', '^packages/openslo/src/cli/'],
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'openslo-stands-alone',
      comment:
        'OpenSLO documents can be worked with outside of a portal: no Backstage, and nothing else of ours.',
      severity: 'error',
      from: { path: '^packages/openslo/src/' },
      to: {
        path: '(^|/)@backstage/|^(plugins|packages/(?!openslo/))|(^|/)@opmodel/',
        pathNot: '^packages/openslo/',
      },
    },
    {
      name: 'frontend-plugins-apart',
      comment:
        'Each frontend plugin can be installed alone; what two of them need lives in opmodel-react.',
      severity: 'error',
      from: { path: `^plugins/(${anyFrontendPlugin})/` },
      to: {
        path: [
          `(^|/)plugins/(${anyFrontendPlugin})/`,
          `(^|/)@opmodel/backstage-plugin-(${anyFrontendPlugin})(/|$)`,
        ],
        pathNot: ['^plugins/$1/', '(^|/)@opmodel/backstage-plugin-$1(/|$)'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(packages|plugins)/[^/]+/(dist|coverage)/' },
    // `import type` ties files together as well.
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.jsx', '.cjs', '.mjs', '.json'],
    },
  },
};
