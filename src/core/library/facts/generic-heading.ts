const GENERIC = [
  'summary|executive summary|abstract|introduction|intro|overview|background|motivation|context|preface|foreword|preamble',
  '(?:table of )?contents|toc|index|home|homepage|start ?page|read ?me|untitled(?: document)?|document|title|status|about',
  'zusammenfassung|kurzfassung|einleitung|einführung|inhalt|inhaltsverzeichnis|inhaltsübersicht|überblick|übersicht|vorwort|hintergrund|startseite',
  'résumé|sommaire|table des matières|avant-propos|préface|aperçu|accueil|contexte',
  'resumen|introducción|índice|contenidos?|tabla de contenidos?|prólogo|prefacio|inicio|antecedentes',
  'sommario|riassunto|introduzione|indice|prefazione|premessa|panoramica',
  'resumo|introdução|sumário|conteúdo|prefácio|início',
  'samenvatting|inleiding|inhoud|inhoudsopgave|voorwoord|overzicht',
  'streszczenie|podsumowanie|wstęp|wprowadzenie|spis treści|przedmowa',
  '概要|要約|要旨|はじめに|序文|まえがき|目次|ホーム|摘要|概述|简介|簡介|引言|前言|目录|目錄|首页|首頁|요약|개요|소개|서론|머리말|목차|홈',
].join('|');
const HEADING = new RegExp(`^(?:[\\dIVX]{1,4}[.)]?(?:\\d[.)]?)*\\s+)?(?:${GENERIC})\\s*[:.]?$`, 'iu');

/** Whether a heading says what part of a document it opens rather than what the document is about: "1. Introduction". */
export function isGenericHeading(heading: string): boolean {
  return HEADING.test(heading.normalize('NFC').trim());
}
