"""What reading costs beside bare tagging of the same sentences, in one run: ``python benchmarks/reading.py FOLDER…``

Reads every text below the folders (the shipped samples without any), and prints for each language the CPU seconds of
HanTa alone, of reading, and their ratio: the median of five rounds, each with a fresh tagger.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from HanTa.HanoverTagger import HanoverTagger

from verifier.domain.document import Article
from verifier.paths import bundled
from verifier.services.ingest_documents import SUFFIXES, extract_claims, read_article
from verifier.text import word_models
from verifier.text.sentences import split_sentences
from verifier.text.shadow import shadow_of
from verifier.text.tokens import split_words

ROUNDS = 5
MODELS = {"en": "morphmodel_en.pgz", "de": "morphmodel_ger.pgz"}


def sentences_of(article: Article, lang: str) -> list[list[str]]:
    """The words of every sentence of an article."""
    shadow = shadow_of(article.text)
    return [
        [word.of(shadow) for word in split_words(shadow, span.start, span.end, lang)]
        for section in article.sections
        for span in split_sentences(shadow, section.span.start, section.span.end, lang)
    ]


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def measure(articles: Sequence[Article], lang: str) -> tuple[float, float]:
    """CPU seconds of bare tagging and of reading."""
    bare = HanoverTagger(MODELS[lang])
    sentences = [sentence for article in articles for sentence in sentences_of(article, lang)]
    tagged = seconds(lambda: [bare.tag_sent(sentence) for sentence in sentences])
    word_models.model_of.cache_clear()
    word_models.model_of(lang)
    return tagged, seconds(lambda: [extract_claims(article) for article in articles])


def main(folders: Sequence[str]) -> None:
    articles: dict[str, list[Article]] = defaultdict(list)
    for folder in folders or [str(bundled("seeds"))]:
        for path in sorted(p for p in Path(folder).rglob("*") if p.suffix in SUFFIXES and p.name != "README.md"):
            article = read_article(path.read_bytes(), path.name)
            articles[article.lang or "en"].append(article)
    for lang in sorted(articles.keys() & MODELS.keys()):
        extract_claims(articles[lang][0])
        rounds = [measure(articles[lang], lang) for _ in range(ROUNDS)]
        bare, ours = (statistics.median(column) for column in zip(*rounds, strict=True))
        ratio = statistics.median(read / tagged for tagged, read in rounds)
        print(f"{lang}: {len(articles[lang])} texts, HanTa {bare:.2f} s, reading {ours:.2f} s, ratio {ratio:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
