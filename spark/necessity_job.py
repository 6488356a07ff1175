"""
Judges letters on Spark: each partition is piped through `necessity map`, and the results are written as Parquet with
the tables and columns of a store (docs/store.md).

    spark-submit spark/necessity_job.py letters.ndjson results/ --command "necessity map"

In: text files with a record {"id": ..., "text": ...} a line. Out: letters, issues, services, facts, criteria and
findings, a folder of Parquet files each. A record that cannot be judged is a row of `letters` with `error_code`; it
does not fail its partition. Needs PySpark 3.5 or later, and Node with this package on every executor.
"""
import argparse
import json
import sys

from pyspark import StorageLevel
from pyspark.sql import SparkSession
from pyspark.sql.types import (
    ArrayType,
    DoubleType,
    IntegerType,
    LongType,
    StringType,
    StructField,
    StructType,
)

TEXT, WHOLE, LONG, NUMBER = StringType(), IntegerType(), LongType(), DoubleType()
TEXTS = ArrayType(TEXT)


def struct(**fields):
    return StructType([StructField(name, kind) for name, kind in fields.items()])


QUOTES = ArrayType(struct(text=TEXT, start=LONG, end=LONG, line=WHOLE, column=WHOLE, page=WHOLE))

SCHEMAS = {
    "letters": struct(
        letter_id=LONG, document=TEXT, hash=TEXT, year=WHOLE, specialty=TEXT, ur_date=TEXT,
        error_code=TEXT, error_message=TEXT,
    ),
    "issues": struct(
        letter_id=LONG, issue=WHOLE, document=TEXT, year=WHOLE, ur_date=TEXT, specialty=TEXT,
        request=TEXT, predicted=TEXT, actual=TEXT, agreement=TEXT,
    ),
    "services": struct(
        letter_id=LONG, issue=WHOLE, service=WHOLE, family=TEXT, region=TEXT, laterality=TEXT,
        quantity=NUMBER, unit=TEXT, frequency=TEXT, duration_weeks=NUMBER, drug=TEXT, strength_mg=NUMBER,
        parent=TEXT, levels=TEXTS, ingredients=TEXTS, modifiers=TEXT, decision=TEXT, rule=TEXT,
        guideline=TEXT, tier=WHOLE, decided_by=TEXTS, undocumented=TEXTS, reason=TEXT,
    ),
    "facts": struct(
        letter_id=LONG, fact_no=WHOLE, fact=TEXT, status=TEXT, value=TEXT, region=TEXT, laterality=TEXT,
        levels=TEXTS, date=TEXT, service=TEXT, evidence=QUOTES, cues=QUOTES,
    ),
    "criteria": struct(
        letter_id=LONG, issue=WHOLE, service=WHOLE, rule=TEXT, criterion_no=WHOLE, criterion=TEXT,
        fact=TEXT, status=TEXT, assumed=TEXT,
    ),
    "findings": struct(
        letter_id=LONG, issue=WHOLE, code=TEXT, message=TEXT, hint=TEXT, quotes=QUOTES,
    ),
}


def as_json(value):
    return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def as_number(value):
    return None if value is None else float(value)


def quotes(found):
    return [
        (one["text"], one["start"], one["end"], one["line"], one["column"], one.get("page")) for one in found
    ]


def letters(number, record):
    error = record.get("error", {})
    yield (
        number, record["document"], record.get("hash"), record.get("year"), record.get("specialty"),
        record.get("urDate"), error.get("code"), error.get("message"),
    )


def issues(number, record):
    for one in record.get("issues", []):
        yield (
            number, one["issue"], record["document"], record["year"], record["urDate"], record["specialty"],
            one["request"], one["predicted"], one["actual"], one["agreement"],
        )


def numbered_services(record):
    for issue in record.get("issues", []):
        for place, service in enumerate(issue["services"], 1):
            yield issue["issue"], place, service


def services(number, record):
    for issue, place, one in numbered_services(record):
        yield (
            number, issue, place, one["family"], one["region"], one["laterality"],
            as_number(one["quantity"]), one["unit"], one["frequency"], as_number(one["durationWeeks"]),
            one["drug"], as_number(one["strengthMg"]), one["parent"], one["levels"], one["ingredients"],
            as_json(one["modifiers"]), one["decision"], one["rule"], one["guideline"], one["tier"],
            one["decidedBy"], one["undocumented"], one["reason"],
        )


def facts(number, record):
    for place, one in enumerate(record.get("facts", [])):
        yield (
            number, place, one["fact"], one["status"], as_json(one["value"]), one["region"], one["laterality"],
            one["levels"], one["date"], one["service"], quotes(one["evidence"]), quotes(one["cues"]),
        )


def criteria(number, record):
    for issue, place, service in numbered_services(record):
        for order, one in enumerate(service["criteria"], 1):
            yield (
                number, issue, place, service["rule"], order, one["criterion"], one["fact"], one["status"],
                one["assumed"],
            )


def findings(number, record):
    for issue in record.get("issues", []):
        for one in issue["findings"]:
            yield (number, issue["issue"], one["code"], one["message"], one["hint"], quotes(one["quotes"]))


TABLES = {
    "letters": letters, "issues": issues, "services": services,
    "facts": facts, "criteria": criteria, "findings": findings,
}


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.strip().splitlines()[0])
    parser.add_argument("input", help="text files of records, as Spark names them")
    parser.add_argument("output", help="folder for the tables; it must not hold any yet")
    parser.add_argument("--command", default="necessity map", help="what each partition is piped through")
    parser.add_argument("--partitions", type=int, default=None, help="least number of partitions")
    options = parser.parse_args(arguments)

    spark = SparkSession.builder.appName("necessity").getOrCreate()
    lines = spark.sparkContext.textFile(options.input, options.partitions)
    # A failing command is a broken installation, not a broken record, so it fails the job.
    results = lines.pipe(options.command, checkCode=True).zipWithIndex()
    # Six tables come of one pass over the letters.
    records = results.map(lambda pair: (pair[1], json.loads(pair[0]))).persist(StorageLevel.DISK_ONLY)
    for name, rows_of in TABLES.items():
        rows = records.flatMap(lambda pair, rows_of=rows_of: rows_of(*pair))
        spark.createDataFrame(rows, SCHEMAS[name], verifySchema=False).write.parquet(f"{options.output}/{name}")
    unread = records.filter(lambda pair: "error" in pair[1]).count()
    print(f"{records.count()} letters, {unread} of them errors", file=sys.stderr)
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
