/** The directions of the house. Each rule's comment is the sentence that is shown when something goes against it. */

/** Tests, benches and generators compose what the product keeps apart. */
const BESIDE_THE_PRODUCT = '[.](spec|e2e-spec|generator)[.]tsx?$|^(apps|libs|workflows)/[^/]+/(test|bench)/|^test/';

/** Libraries that know nothing of investment promotion; every other one below libs/ is a domain. */
const FOUNDATION =
  'process-definition|process-engine|outbox|persistence|clock|config|calendar|schedules|embedded-postgres';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Puts the libraries and the processes together for the apps; only they import it. */
const COMPOSITION = 'installation';

module.exports = {
  forbidden: [
    rule(
      'machines-are-pure',
      'A process in workflows/ imports xstate, process-definition and its own files, and nothing else: what comes from outside arrives in the event.',
      { path: '^workflows/', pathNot: BESIDE_THE_PRODUCT },
      { pathNot: '^workflows/|^libs/process-definition/|^node_modules/xstate/' },
    ),
    rule(
      'processes-are-apart',
      'A process never imports another process; they meet by signals. What the meetings are made of is no process.',
      { path: '^workflows/([^/]+)/', pathNot: BESIDE_THE_PRODUCT },
      { path: '^workflows/[^/]+/', pathNot: '^workflows/($1|meeting-parts)/' },
    ),
    rule(
      'definitions-know-xstate-only',
      'libs/process-definition decides without time, database or network: it imports xstate and hashing.',
      { path: '^libs/process-definition/', pathNot: BESIDE_THE_PRODUCT },
      { pathNot: '^libs/process-definition/|^node_modules/xstate/|^(node:)?crypto$' },
    ),
    rule(
      'the-engine-knows-no-project',
      'libs/process-engine could be published alone: of our own code it imports process-definition, outbox, persistence, calendar and clock.',
      { path: '^libs/process-engine/', pathNot: BESIDE_THE_PRODUCT },
      {
        path: '^(libs|workflows|apps)/',
        pathNot: '^libs/(process-engine|process-definition|outbox|persistence|calendar|clock)/',
      },
    ),
    rule(
      'foundations-know-no-domain',
      'What knows nothing of investment promotion imports nothing that does.',
      { path: `^libs/(${FOUNDATION})/`, pathNot: BESIDE_THE_PRODUCT },
      { path: '^(libs|workflows|apps)/', pathNot: `^libs/(${FOUNDATION})/` },
    ),
    rule(
      'domains-meet-in-the-machines',
      'A domain library never imports another one: they meet in the machines, event in, command out.',
      { path: `^libs/(?!(?:${FOUNDATION}|${COMPOSITION})/)([^/]+)/`, pathNot: BESIDE_THE_PRODUCT },
      { path: '^libs/', pathNot: `^libs/($1|${FOUNDATION})/` },
    ),
    rule(
      'libraries-carry-no-process-and-no-app',
      'A library imports neither an app nor a process; libs/installation hands the processes to the engine.',
      { path: '^libs/', pathNot: `^libs/${COMPOSITION}/|${BESIDE_THE_PRODUCT}` },
      { path: '^(apps|workflows)/' },
    ),
    rule(
      'apps-are-apart',
      'An app never imports another one; only standalone composes api and worker.',
      { path: '^apps/([^/]+)/', pathNot: `^apps/standalone/|${BESIDE_THE_PRODUCT}` },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    rule(
      'the-browser-runs-the-web-client-only',
      'apps/web talks to the server by HTTP and imports none of its code.',
      { path: '^apps/web/' },
      { path: '^(libs|workflows|test|apps/(?!web/))' },
    ),
    rule(
      'only-the-outbox-talks-to-the-queue',
      'Only libs/outbox imports bullmq and ioredis: whatever reaches the queue was committed first.',
      { path: '^(apps|libs|workflows)/', pathNot: `^libs/outbox/|${BESIDE_THE_PRODUCT}` },
      { path: '^node_modules/(bullmq|ioredis)/' },
    ),
    rule(
      'only-migrations-use-typeorm',
      'Only libs/persistence imports typeorm, and for migrations: no EntityManager on the hot path.',
      { path: '^(apps|libs|workflows)/', pathNot: `^libs/persistence/|${BESIDE_THE_PRODUCT}` },
      { path: '^node_modules/typeorm/' },
    ),
    rule(
      'libraries-are-reached-by-name',
      'A library is imported by its alias @landfall/<name>, which is its src/index.ts, never by a path into it.',
      { path: '^(?:apps|libs|workflows)/([^/]+)/', pathNot: BESIDE_THE_PRODUCT },
      { path: '^libs/', pathNot: '^libs/($1/|[^/]+/src/index[.]ts$)' },
    ),
    rule(
      'the-product-needs-no-development-tools',
      'What runs in production is among the dependencies, not the devDependencies.',
      { path: '^(apps/(api|worker|standalone)|libs|workflows)/', pathNot: BESIDE_THE_PRODUCT },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    ),
    rule(
      'nothing-goes-in-circles',
      'Two files that need each other are one concept or hide a third.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule('everything-is-there', 'What is imported exists.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/|^apps/standalone/[^/]+[.]mjs$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.css', '.svg'],
    },
  },
};
