import Tooltip from '@material-ui/core/Tooltip';
import { useFormats } from '../../format/useFormats';

/** Props of {@link RelativeTime}. */
export interface RelativeTimeProps {
  /** ISO 8601 instant. */
  instant: string;
  /** IANA zone of the absolute time in the tooltip. Default UTC. */
  zone?: string;
}

/** How long ago something was, with the absolute time on hover and focus. */
export function RelativeTime(props: RelativeTimeProps) {
  const { instant, zone } = props;
  const formats = useFormats();
  return (
    <Tooltip title={formats.instant(instant, zone)}>
      <time dateTime={instant} tabIndex={0} style={{ whiteSpace: 'nowrap' }}>
        {formats.relative(instant)}
      </time>
    </Tooltip>
  );
}
