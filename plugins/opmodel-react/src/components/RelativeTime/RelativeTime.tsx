import { useFormats } from '../../format/useFormats';
import { Hint } from '../Hint';

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
    <Hint
      title={formats.instant(instant, zone)}
      style={{ whiteSpace: 'nowrap' }}
    >
      <time dateTime={instant}>{formats.relative(instant)}</time>
    </Hint>
  );
}
