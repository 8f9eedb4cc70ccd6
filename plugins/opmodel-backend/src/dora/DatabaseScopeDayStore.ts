import type { Knex } from 'knex';
import { DatabaseScopeDayStore as SumsOfAnySubject } from '../lib/DatabaseScopeDayStore';
import { doraScopeDays } from './DatabaseScopeDayRows';

/** The sums of large scopes that DORA keeps. */
export class DatabaseScopeDayStore extends SumsOfAnySubject {
  constructor(knex: Knex) {
    super(knex, doraScopeDays);
  }
}
