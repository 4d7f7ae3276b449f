import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';

/** A straight scale from amounts to places on the drawing. */
export type Ruler = ScaleLinear<number, number>;

/**
 * @param amounts - two or more, rising; what lies between them is drawn in proportion
 * @param places - as many, in the drawing's own units
 */
export function ruler(amounts: readonly number[], places: readonly number[]): Ruler {
  return scaleLinear([...amounts], [...places]).clamp(true);
}

/** A place on the drawing. */
export type Place = readonly [x: number, y: number];

/** The path through places, straight from one to the next. */
export function straight(places: readonly Place[]): string {
  return (
    line<Place>(
      ([x]) => x,
      ([, y]) => y,
    )([...places]) ?? ''
  );
}

/** The same in steps: level up to the next place, then upright. */
export function stepped(places: readonly Place[]): string {
  return (
    line<Place>(
      ([x]) => x,
      ([, y]) => y,
    ).curve(curveStepAfter)([...places]) ?? ''
  );
}
