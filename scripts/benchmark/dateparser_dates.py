#!/usr/bin/env python3
"""Runs dateparser's Vietnamese on texts of the benchmark and prints its dates in the benchmark's own format.

usage: dateparser_dates.py DIR > dateparser.ndjson     DIR as `muctieu benchmark check PATH… --to DIR` writes it
then:  muctieu eval benchmark --texts PATH… --system "dateparser VERSION" dateparser.ndjson

dateparser finds pieces of text and gives a point in time for each: the place is where the piece next stands in its line, the
value as precise as the `period` that dateparser gives. It has no intervals.
"""
import datetime
import json
import pathlib
import re
import sys

from dateparser.date import DateDataParser
from dateparser.search import search_dates

FORMS = {'year': '%Y', 'month': '%Y-%m'}


def dates_of(text, published):
    # Without a day it would take today's.
    settings = {'RELATIVE_BASE': datetime.datetime.fromisoformat(f'{published or "1970-01-01"}T12:00:00'), 'DATE_ORDER': 'DMY'}
    parser = DateDataParser(languages=['vi'], settings=settings)
    start = 0
    # As chrono-node, it is given a line at a time.
    for line in text.split('\n'):
        at = 0
        for piece, moment in search_dates(line, languages=['vi'], settings=settings) or []:
            place = line.find(piece, at)
            if place < 0:
                continue
            at = place + len(piece)
            period = parser.get_date_data(piece).period
            # A clock time is no date of the benchmark; without a day of publication only a written year anchors one.
            if period != 'time' and (published or re.search(r'\d{4}', piece)):
                yield {'start': start + place, 'end': start + at, 'edtf': moment.strftime(FORMS.get(period, '%Y-%m-%d'))}
        start += len(line) + 1


def main():
    folder = pathlib.Path(sys.argv[1])
    rows = (folder / 'texts.tsv').read_text(encoding='utf8').splitlines()[1:]
    for row in rows:
        sha256, published = row.split('\t')
        with open(folder / f'{sha256}.txt', encoding='utf8', newline='') as file:
            text = file.read()
        print(json.dumps({'sha256': sha256, 'dates': [d for d in dates_of(text, published) if d['edtf'][0] in '12']}))


main()
