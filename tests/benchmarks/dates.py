from timeline.dates import read, NotADate
def ours(text, anchor, language):
    try: span = read(text, anchor, language)
    except NotADate: return None
    return {"start": span.earliest, "end": span.latest, "precision": span.precision, "approx": span.approximate, "edtf": span.edtf}
