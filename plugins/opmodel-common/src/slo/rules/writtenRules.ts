import { PromqlError } from '../promql/readPromqlTokens';
import type { SloDefinition, SloObjective } from '../sloDefinition';
import { UnwritableError } from './objectiveQueries';

/** Something that is not written, or not in full, and why. */
export interface RuleNote {
  /** Of the SLO. */
  ref: string;
  /** Place of the objective in the document. */
  objective: number;
  /** For people. */
  message: string;
}

/** What is written for another tool, of a whole catalog. */
export interface WrittenRules<T> {
  document: T;
  yaml: string;
  /** How many objectives it is of. */
  objectives: number;
  /** What is not in it, in the order of the definitions. */
  notes: RuleNote[];
}

/**
 * Writes each objective, and notes those that cannot be written.
 *
 * @param write - is given what takes a note
 * @throws what `write` throws, other than that an objective cannot be written
 */
export function writeEach<T>(
  definitions: readonly SloDefinition[],
  write: (
    definition: SloDefinition,
    objective: SloObjective,
    note: (message: string) => void,
  ) => T,
): { written: T[]; notes: RuleNote[] } {
  const notes: RuleNote[] = [];
  const written: T[] = [];
  for (const definition of definitions) {
    for (const objective of definition.objectives) {
      const note = (message: string) =>
        notes.push({
          ref: definition.ref,
          objective: objective.index,
          message,
        });
      try {
        written.push(write(definition, objective, note));
      } catch (error) {
        if (
          !(error instanceof UnwritableError || error instanceof PromqlError)
        ) {
          throw error;
        }
        note(`nothing is written: ${error.message}`);
      }
    }
  }
  return { written, notes };
}
