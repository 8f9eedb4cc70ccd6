import { Link } from '@backstage/core-components';
import { NO_VALUE } from '@opmodel/backstage-plugin-opmodel-react';

/** Where a document stands: a link where that is an address. */
export function DocumentSource(props: { source: string | null }) {
  // A location of the catalog says before the address what kind it is.
  const address = props.source?.replace(/^url:/, '') ?? NO_VALUE;
  return /^https?:\/\//.test(address) ? (
    <Link to={address}>{address}</Link>
  ) : (
    <>{address}</>
  );
}
