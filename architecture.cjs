// Who may import whom: the list behind the walls. docs/architecture.md tells why; .dependency-cruiser.cjs makes a rule of
// every line, and `npm run deps` (part of `npm test`) refuses what is not written here.
const levels = [
  // Level 0: the language of the house, and signature standards; each imports nothing of ours.
  { kernel: [], signatures: [] },
  // Names of people, and whether two of them are one: functions of text alone.
  { names: ['kernel'] },
  // Level 1: machinery that knows no domain.
  { database: [] },
  { audit: ['database'] },
  // Retrying a dead letter is an act of a person, and leaves its trace: so audit stands below outbox.
  { outbox: ['database', 'audit'] },
  // Keys, and what is sealed with them.
  { vault: ['database', 'audit'] },
  {
    files: ['database', 'outbox', 'audit', 'vault'],
    notifications: ['database', 'outbox', 'audit'],
  },
  // Identity sends its own confirmation and reset links.
  { identity: ['database', 'outbox', 'audit', 'notifications'] },
  // From here on each library may also use all of levels 0 and 1.
  { people: [], payments: [] },
  { groups: ['people'] },
  // Level 3
  {
    credentials: ['people', 'groups'],
    ethics: ['people', 'groups'],
    certificates: ['people', 'groups'],
  },
  // Level 4
  { membership: ['people', 'groups', 'credentials', 'ethics', 'certificates', 'payments'] },
  // Level 5
  { partners: below('membership'), governance: below('membership'), discipline: below('membership') },
  { programmes: [...below('membership'), 'partners'] },
  // Level 6: computed from the facts of all rooms below.
  { formation: [...below('membership'), 'governance', 'programmes', 'discipline', 'partners'] },
];

const GROUND = ['kernel', 'signatures', 'names'];
const MACHINERY = ['database', 'outbox', 'audit', 'vault', 'files', 'identity', 'notifications'];

function below(library) {
  return [library, 'people', 'groups', 'payments', 'credentials', 'ethics', 'certificates'];
}

/** Library → the libraries whose doors it may use. */
const libraries = {};
for (const [name, named] of levels.flatMap(Object.entries)) {
  if (GROUND.includes(name)) libraries[name] = named;
  else if (MACHINERY.includes(name)) libraries[name] = [...GROUND, ...named];
  else libraries[name] = [...GROUND, ...MACHINERY, ...named];
}

module.exports = { libraries };
