/*
 * A register of technical debt for the organisation of the benchmarks of scorecards: two years of items with all that they were. Item
 * after item is made from its number, the same in every run.
 */
import { createRequire } from 'node:module';
import { common } from './engine.mjs';
import {
  componentName,
  componentRef,
  groupRef,
  ownerOf,
  scanOrganisation,
} from './scorecards.mjs';

const require = createRequire(import.meta.url);
const source = '../../plugins/opmodel-backend/src/techDebt/items';
const rows = require(`${source}/debtItemRows.ts`);
const { DatabaseDebtItemStore } = require(`${source}/DatabaseDebtItemStore.ts`);

const DAY = 86_400_000;
const days = 730;
const ada = 'user:default/ada';

/** One of eight components has a label by which a condition hides it. */
const isConfidential = index => index % 8 === 3;

/** Random numbers of an item: mulberry32, seeded with its number. */
function randomOf(seed) {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = (random, list) => list[Math.floor(random() * list.length)];

const syllables =
  're ta mo ki po la ver sion con fig dat ba se que ue net work ser vi ce tra ce log ic pay ment'.split(
    ' ',
  );

/** Eight hundred words of which each item has some seventy-five. */
const vocabulary = Array.from({ length: 800 }, (_, place) => {
  const random = randomOf(-place - 2);
  return Array.from({ length: 3 }, () => pick(random, syllables)).join('');
});

/** A word that every third item has, and one that no other item than this has. */
export const commonWord = 'payment';
export const rareWord = 'retirement00777';

const wordsOf = (random, count) =>
  Array.from({ length: count }, () => pick(random, vocabulary));

/** What an item was, from its filing until today. */
function* lifeOf(random, item, now) {
  const stands = ['open', 'planned', 'in_progress'];
  const ends = ['accepted', 'resolved', 'wont_fix'];
  const changes = Math.floor(random() * 5);
  let { status, ownerRef } = item;
  let principalDays = item.estimate.principalDays;
  let at = item.createdAt;
  yield { at, status, ownerRef, principalDays };
  for (let change = 1; change <= changes; change += 1) {
    at += Math.floor((random() * (now - at)) / 2);
    const isLast = change === changes;
    if (isLast && random() < 0.5) {
      status = pick(random, ends);
    } else if (random() < 0.8) {
      status = pick(random, stands);
    } else if (random() < 0.5 && principalDays !== null) {
      principalDays += 1;
    } else {
      ownerRef = ownerOf(Math.floor(random() * 10_000));
    }
    yield { at, status, ownerRef, principalDays };
  }
}

function createItem(index, components, now) {
  const random = randomOf(index);
  const maybe = create => (random() < 0.7 ? create() : null);
  const component = Math.floor(random() * components);
  const refs = [componentRef(component)];
  if (random() < 0.2) {
    refs.push(componentRef((component + 1) % components));
  }
  const isEstimated = random() < 0.75;
  const estimate = create => (isEstimated ? create() : null);
  const points = () => maybe(() => pick(random, [1, 2, 3, 5, 8, 13, 20]));
  const dayAround = () =>
    new Date(now + (random() - 0.5) * 400 * DAY).toISOString().slice(0, 10);
  const createdAt = now - Math.floor(random() * days * DAY);
  const words = wordsOf(random, 70);
  if (index % 3 === 0) {
    words.push(commonWord);
  }
  if (index === 777) {
    words.push(rareWord);
  }
  const item = {
    id: `${Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0')}-0000-4000-8000-${String(index).padStart(12, '0')}`,
    version: 1,
    title: wordsOf(random, 6).join(' '),
    description: words.join(' '),
    entityRefs: refs,
    ownerRef: ownerOf(component),
    category: pick(random, common.debtCategories),
    intent: null,
    prudence: null,
    severity: maybe(() => pick(random, common.debtSeverities)),
    estimate: {
      principalDays: estimate(() => Math.ceil(random() * 60) / 2),
      interestDays: estimate(() => Math.ceil(random() * 8) / 4),
      occurrencesPerMonth: estimate(() => Math.ceil(random() * 10)),
      impact: estimate(() => 1 + Math.floor(random() * 5)),
      likelihood: estimate(() => 1 + Math.floor(random() * 5)),
      businessValue: points(),
      timeCriticality: points(),
      riskReduction: points(),
    },
    businessImpact: wordsOf(random, 20).join(' '),
    remediationPlan: wordsOf(random, 50).join(' '),
    targetDate: maybe(dayAround),
    reviewDate: maybe(dayAround),
    links:
      random() < 0.5
        ? [
            {
              type: 'issue',
              ref: `https://git.example.com/shop/issues/${index}`,
              title: null,
            },
          ]
        : [],
    status: 'open',
    reportedBy: ada,
    externalId: null,
    origin: { type: 'person' },
    createdAt,
    updatedAt: createdAt,
    statusSince: createdAt,
    resolvedAt: null,
    resolution: null,
    acceptedUntil: null,
    acceptedBy: null,
  };
  const life = [...lifeOf(random, item, now)];
  const last = life.at(-1);
  const hasEnded = common.isEndedDebt(last.status);
  return {
    life,
    item: {
      ...item,
      version: life.length,
      status: last.status,
      ownerRef: last.ownerRef,
      estimate: { ...item.estimate, principalDays: last.principalDays },
      updatedAt: last.at,
      statusSince: last.at,
      resolvedAt: hasEnded ? last.at : null,
      resolution: hasEnded ? 'Done.' : null,
    },
  };
}

function versionRows({ item, life }) {
  return life.map(({ at, status, ownerRef, principalDays }, place) => ({
    item_id: item.id,
    version: place + 1,
    at,
    by_ref: ada,
    note: null,
    changes: '[]',
    status,
    owner_ref: ownerRef,
    entity_refs: JSON.stringify(item.entityRefs),
    principal_days: principalDays,
  }));
}

async function insert(knex, table, added) {
  if (added.length > 0) {
    const columns = Object.keys(added[0]);
    const names = columns.map(() => '??').join(', ');
    await knex.raw(
      `insert into ?? (${names}) select ${names} from jsonb_populate_recordset(null::??, ?::jsonb)`,
      [table, ...columns, ...columns, table, JSON.stringify(added)],
    );
  }
}

/** Scans the organisation, and writes the register into a database of PostgreSQL as the store would. */
export async function loadRegister(knex, { items, components, now }) {
  await scanOrganisation(
    knex,
    components,
    () => now,
    ({ metadata: { name } }) => {
      const index = name.startsWith('c-') ? Number(name.slice(2)) : 0;
      return isConfidential(index) ? { confidential: 'true' } : {};
    },
  );
  const bulk = 2_000;
  let versions = 0;
  for (let at = 0; at < items; at += bulk) {
    const filed = Array.from({ length: Math.min(bulk, items - at) }, (_, of) =>
      createItem(at + of, components, now),
    );
    const kept = filed.map(({ item }) => item);
    const past = filed.flatMap(versionRows);
    versions += past.length;
    await insert(knex, 'tech_debt_items', kept.map(rows.toItemRow));
    await insert(knex, 'tech_debt_item_texts', kept.map(rows.toTextRow));
    await insert(knex, 'tech_debt_item_words', kept.map(rows.toWordRow));
    await insert(
      knex,
      'tech_debt_item_entities',
      kept.flatMap(rows.toEntityRows),
    );
    await insert(knex, 'tech_debt_item_links', kept.flatMap(rows.toLinkRows));
    await insert(knex, 'tech_debt_versions', past);
  }
  return { versions };
}

export {
  componentName,
  componentRef,
  DatabaseDebtItemStore,
  groupRef,
  ownerOf,
};
