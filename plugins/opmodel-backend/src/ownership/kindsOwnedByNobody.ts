/** Kinds of which no catalog expects an owner. Lower case. */
export const kindsOwnedByNobody = ['group', 'user', 'location'];
