/**
 * Is told of entities of which a subject computed its figures anew, after they are kept; absent: any may be among them. It takes note and
 * does no work, so that nobody waits for it. Telling the same twice must do no harm.
 */
export type FigureListener = (entityRefs?: readonly string[]) => void;
