#!/usr/bin/env python3
"""Writes the records of an invented department and two communes for 2026: generate.py [FOLDER].

Every name, number and document is made up. The same program writes the same bytes each time. What is
put in on purpose stands in `README.md` beside this file, with the ids of the people it concerns.

    people, department, movers   who, where, led by whom
    days                         days off, make-up days, periods
    catalogue, july, months      task lines and points that are computed
    history                      months that are closed, classes of 2024 and 2025
    unit_results, year           results of units; discipline, procedure, decisions
    telegram                     steps, pauses, consultations, procedures, dossiers, feedback, inspections
    indices                      PAR INDEX and SIPAS, targets, departures, what is made public or commended
    party                        what Regulation 366 wants to know of leaders
    tables                       the files
"""
import pathlib
import sys

import catalogue
import days
import department
import history
import indices
import july
import months
import movers
import party
import tables
import telegram
import unit_results
import year


def records():
    made = tables.Records()
    department.organisation(made)
    movers.organisation(made)
    days.calendar(made)
    days.periods(made)
    catalogue.product_rows(made)
    july.work(made)
    july.special_tasks(made)
    unit_results.units_in_july(made)
    july.absences(made)
    history.first_half(made)
    months.recorded_months(made)
    history.later_months(made)
    history.movers_months(made)
    history.earlier_classes(made)
    unit_results.units_in_the_year(made)
    year.leave(made)
    year.discipline(made)
    year.procedure(made)
    year.decisions(made)
    july.unconfirmed(made)
    july.wrong_lines(made.tables)
    telegram.tasks(made)
    telegram.steps(made)
    telegram.consultations(made)
    telegram.services(made)
    telegram.inspections(made)
    telegram.conclusions(made)
    indices.indices(made)
    indices.targets(made)
    indices.departures(made)
    indices.names(made)
    party.results(made)
    return made


def main():
    here = pathlib.Path(__file__).parent
    tables.write(records(), pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here / "data")


if __name__ == "__main__":
    main()
