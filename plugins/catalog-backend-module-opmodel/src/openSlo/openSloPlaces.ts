/** What the annotation `opmodel.io/openslo` says. */
export type OpenSloPlaces =
  | { text: string; places?: undefined }
  | { text?: undefined; places: string[] };

/**
 * Reads the annotation `opmodel.io/openslo`: files and addresses, separated by commas or on lines of their own, or the documents
 * themselves.
 */
export function readOpenSloPlaces(written: string): OpenSloPlaces {
  if (/^\s*[{[]/.test(written) || /^\s*apiVersion\s*:/m.test(written)) {
    return { text: written };
  }
  const places = written.split(/[,\n]/).map(place => place.trim());
  return { places: [...new Set(places.filter(Boolean))] };
}
