/**
 * Is told of entities whose deliveries were computed anew, after the results are kept and before the work is called done: where the
 * process ends in between, it is told again. Telling the same twice must do no harm.
 */
export type DeliveryListener = (entityRefs: readonly string[]) => Promise<void>;
