import { writeParams } from '@opmodel/backstage-plugin-opmodel-react';
import { useSearchParams } from 'react-router-dom';

/** The entities that are looked at, as the URL says it, so that a link shows the same. */
export function useSampleRefs(): [string[], (refs: string[]) => void] {
  const [params, setParams] = useSearchParams();
  const refs = (params.get('on') ?? '').split(',').filter(ref => ref !== '');
  return [
    refs,
    chosen =>
      setParams(
        known => writeParams(known, { on: chosen.join(',') || undefined }),
        { replace: true },
      ),
  ];
}
