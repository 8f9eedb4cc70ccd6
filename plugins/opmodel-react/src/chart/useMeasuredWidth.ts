import { useEffect, useState, type RefCallback } from 'react';

/** Used until the element is measured, and where nothing has a size. */
const UNMEASURED_WIDTH = 600;

/** The width of an element in pixels, followed as it changes. */
export function useMeasuredWidth(): [RefCallback<HTMLElement>, number] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(UNMEASURED_WIDTH);
  useEffect(() => {
    if (!element) {
      return undefined;
    }
    const measure = () =>
      setWidth(Math.floor(element.clientWidth) || UNMEASURED_WIDTH);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, width];
}
