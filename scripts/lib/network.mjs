const LOST_NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|network (?:timeout|request)|RequestError/;

/** Whether a package client's output tells of a network that is not there. */
export function looksLikeLostNetwork(output) {
  return LOST_NETWORK.test(output);
}

/** What to say when the network is lost while something is being brought. */
export function networkSentence(what) {
  return `The package registry cannot be reached, so ${what} cannot be brought: check the network or its proxy, then run this again; what is already here is kept.`;
}
