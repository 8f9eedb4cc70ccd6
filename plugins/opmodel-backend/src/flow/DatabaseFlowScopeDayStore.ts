import type { Knex } from 'knex';
import { DatabaseScopeDayStore } from '../lib/DatabaseScopeDayStore';
import { flowScopeDays } from './DatabaseFlowScopeDays';

/** The sums of large scopes that flow keeps. */
export class DatabaseFlowScopeDayStore extends DatabaseScopeDayStore {
  constructor(knex: Knex) {
    super(knex, flowScopeDays);
  }
}
