/** Finds the next deal in a list that is large enough: a tree of maxima. */
export class Tops {
  private readonly size: number;
  private readonly tree: Float64Array;

  constructor(amounts: readonly number[]) {
    this.size = 1;
    while (this.size < Math.max(1, amounts.length)) this.size *= 2;
    this.tree = new Float64Array(2 * this.size);
    amounts.forEach((amount, index) => {
      this.tree[this.size + index] = amount;
    });
    for (let node = this.size - 1; node > 0; node -= 1)
      this.tree[node] = Math.max(this.tree[2 * node] as number, this.tree[2 * node + 1] as number);
  }

  /** The first place from `from` on with at least so much, or -1. */
  next(from: number, least: number): number {
    if (from >= this.size) return -1;
    let node = this.size + from;
    while ((this.tree[node] as number) < least) {
      // Up until a right-hand neighbour exists, then to it.
      while (node % 2 === 1) node >>= 1;
      if (node === 0) return -1;
      node += 1;
    }
    while (node < this.size) {
      node *= 2;
      if ((this.tree[node] as number) < least) node += 1;
    }
    return node - this.size;
  }
}
