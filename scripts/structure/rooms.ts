import { posix } from 'node:path';

/** Who may import whom. What is not allowed here is forbidden. */
const ALLOWED: Record<string, readonly string[]> = {
  core: ['core'],
  texts: ['core', 'texts'],
  azure: ['core', 'azure', 'log'],
  costfiles: ['core', 'costfiles', 'log'],
  db: ['core', 'db'],
  sync: ['core', 'azure', 'costfiles', 'db', 'sync', 'log'],
  queries: ['core', 'db', 'queries', 'auth', 'log', 'texts'],
  commands: ['core', 'azure', 'costfiles', 'db', 'sync', 'commands', 'auth', 'config', 'log'],
  auth: ['core', 'db', 'auth', 'config', 'log'],
  config: ['core', 'config'],
  log: ['log'],
  app: ['core', 'queries', 'commands', 'auth', 'log', 'components', 'texts'],
  components: ['texts'],
  start: ['config', 'log', 'db', 'sync', 'auth', 'start'],
  scripts: ['core', 'config', 'log', 'scripts'],
  e2e: ['core', 'e2e'],
  tooling: ['tooling'],
};

/** The doors of a room: files that may reach further than the rest of it, each with what it may reach. */
const DOORS: readonly [RegExp, readonly string[]][] = [
  [/^lib\/db\/client\.ts$/, ['config', 'log']],
  [/^lib\/sync\/entry\.ts$/, ['config']],
  [
    /^lib\/queries\/(context|app-info|metrics|session|settings|setup|sign-in|own-link|sync-plan)\.ts$/,
    ['config'],
  ],
];

/** Single files that a room opens to others, or types only. */
const OPENINGS: readonly { from: RegExp; to: RegExp; typesOnly?: true }[] = [
  { from: /^lib\/config/, to: /^lib\/azure\/settings\.ts$/, typesOnly: true },
  {
    from: /^components\//,
    to: /^lib\/core\/(causes|file-reasons|import-job|periods|statuses|step-reasons|sync-run)\.ts$/,
  },
  { from: /^components\//, to: /^lib\/(core|queries)\//, typesOnly: true },
  {
    from: /^app\/.*\/route\.ts$/,
    to: /^app\/api\/(respond|read-body|parse-input|stream-text|file-answer|form-answer)\.tsx?$/,
  },
  {
    from: /^app\/api\/(imports|routes|rows)\.test\.ts$/,
    to: /^app\/api\/|^lib\/db\/(testing\/engines|client|runs)\.ts$/,
  },
  { from: /^scripts\//, to: /^lib\/(db\/(client|server-file)|sync\/entry)\.ts$/ },
  { from: /^scripts\/judge\.ts$/, to: /^lib\/texts\/(english|format-told-link)\.ts$/ },
  { from: /^scripts\//, to: /^e2e\/simulator\/(description|sign-in-environment)\.ts$/ },
  { from: /^(scripts|e2e)\//, to: /^lib\/queries\/schemas\// },
  { from: /^e2e\/[^/]+\.ts$/, to: /^lib\/queries\/exports\/testing\/file-cells\.ts$/ },
  { from: /^e2e\/[^/]+\.ts$/, to: /^lib\/db\/testing\/postgres-server\.ts$/ },
  { from: /^e2e\/[^/]+\.spec\.ts$/, to: /^lib\/auth\/route-rules\.ts$/ },
  {
    from: /^e2e\/bench\//,
    to: /^lib\/(sync|costfiles)\/entry\.ts$|^lib\/config\.ts$|^lib\/db\/(client|cost-days|cost-ways|db|people|plan-facts|reads|runs|schema|tidy|visible-customers)\.ts$|^lib\/auth\/(identify|session|token-claims)\.ts$/,
  },
  { from: /^e2e\/simulator\/.*\.test\.ts$/, to: /^lib\/azure\/.*\/?wire\.ts$/ },
  { from: /^e2e\/simulator\/testing\//, to: /^lib\/azure\/.*\/?wire\.ts$/ },
  {
    from: /^e2e\/(faults|crashes)\//,
    to: /^lib\/sync\/(entry|in-parallel)\.ts$|^lib\/db\/(client|runs|schema|visible-customers|testing\/[\w-]+)\.ts$|^lib\/config\.ts$/,
  },
  { from: /^e2e\/contracts\//, to: /^lib\/azure\// },
  {
    from: /^e2e\/readers\//,
    to: /^lib\/(azure|costfiles)\/|^lib\/sync\/entry\.ts$|^lib\/db\/(client|runs|visible-customers)\.ts$/,
  },
];

/** Looks that every page family shares. */
const SHARED_LOOKS = ['ui', 'drawn', 'layout', 'status', 'access', 'live', 'grid', 'setup', 'language'];

const ROOMS: readonly [RegExp, string][] = [
  [/^lib\/config(\.test)?\.ts$|^lib\/config\//, 'config'],
  [/^lib\/log(\.test)?\.ts$|^lib\/log\//, 'log'],
  [/^lib\/(core|texts|azure|costfiles|db|sync|queries|commands|auth)\//, ''],
  [/^(app|components|scripts|e2e)\//, ''],
  [/^(instrumentation|proxy)[\w.-]*\.ts$/, 'start'],
  [/^[\w.-]+\.(ts|js|mjs)$/, 'tooling'],
];

/** The room of a file, or null for a place that does not exist in this house. */
export function roomOf(path: string): string | null {
  const found = ROOMS.find(([pattern]) => pattern.test(path));
  if (found === undefined) return null;
  const [pattern, name] = found;
  return name === '' ? (pattern.exec(path)?.[1] ?? null) : name;
}

const familyOf = (path: string): string => path.split('/')[1] ?? '';

function mayImportLooks(from: string, to: string): boolean {
  return familyOf(from) === familyOf(to) || SHARED_LOOKS.includes(familyOf(to));
}

/** A route takes files of its own folder and of the folders above it. */
const isOwnRoute = (from: string, to: string): boolean =>
  posix.dirname(from) === posix.dirname(to) || from.startsWith(`${posix.dirname(to)}/`);

const isOpened = (from: string, to: string, typeOnly: boolean): boolean =>
  OPENINGS.some((one) => one.from.test(from) && one.to.test(to) && (typeOnly || one.typesOnly !== true));

const ownTest = (from: string, to: string): boolean =>
  /\.test\.tsx?$/.test(from) && posix.dirname(from) === posix.dirname(to);

/** Why the import is forbidden, or null. */
export function importProblem(from: string, to: string, typeOnly: boolean): string | null {
  const fromRoom = roomOf(from);
  const toRoom = roomOf(to);
  if (fromRoom === null) return null;
  if (toRoom === null) return `imports ${to}, which is in no room of this house`;
  if (isOpened(from, to, typeOnly) || ownTest(from, to)) return null;
  if (fromRoom === 'components' && toRoom === 'components') {
    return mayImportLooks(from, to)
      ? null
      : `${familyOf(from)} may not import ${familyOf(to)}: page families stay apart`;
  }
  if (fromRoom === 'app' && toRoom === 'app') {
    return isOwnRoute(from, to) ? null : `imports ${to}, which belongs to another route`;
  }
  const doors = DOORS.filter(([pattern]) => pattern.test(from)).flatMap(([, rooms]) => rooms);
  if ((ALLOWED[fromRoom] ?? []).includes(toRoom) || doors.includes(toRoom)) return null;
  return `${fromRoom} may not import ${toRoom} (${to})`;
}
