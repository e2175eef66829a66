/// The beginning of the scripts that make cases: operands of every size and shape.
let operandScript = """
  import random, sys
  from fractions import Fraction as F
  import decimal as D
  sys.set_int_max_str_digits(0)
  count = int(sys.argv[1])
  r = random.Random(20260701 + int(sys.argv[2]))
  out = sys.stdout.write

  def whole():
    k = r.randrange(9)
    if k == 0: return r.randrange(-20, 21)
    if k == 1: return r.randrange(-10**6, 10**6)
    if k == 2: return r.choice((-1, 1)) * (2**63 + r.randrange(-3, 4))
    if k == 3: return r.choice((-1, 1)) * (2**r.randrange(1, 400) + r.randrange(-2, 3))
    if k == 4: return r.choice((-1, 1)) * r.getrandbits(r.randrange(1, 500))
    if k == 5: return r.choice((-1, 1)) * (10**r.randrange(0, 60) + r.randrange(-1, 2))
    if k == 6: return words(r.randrange(1, 9))
    if k == 7: return r.randrange(-2**62, 2**62)
    return r.randrange(-1000, 1000)

  def words(n):
    # Words of all ones and all zeros make the rare branches of long division common.
    w = [r.choice((0, 0, 1, 2**64 - 1, 2**64 - 1, 2**63, 2**63 - 1, r.getrandbits(64)))
         for _ in range(n)]
    return r.choice((-1, 1)) * sum(x << (64 * i) for i, x in enumerate(w))

  def number():
    k = r.randrange(6)
    if k == 0: return F(r.randrange(-10**6, 10**6), 100)
    if k == 1: return F(r.randrange(-1000, 1000), r.randrange(1, 400))
    if k == 2: return F(whole())
    if k == 3: return F(r.randrange(-10**17, 10**17), 10**r.randrange(0, 19))
    return F(whole(), whole() or 7)

  """
