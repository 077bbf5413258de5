<?xml version="1.0" encoding="UTF-8"?>
<!-- TEI volume → pivot: the entry point. The vocabulary of the result is described in README.md. -->
<xsl:package name="https://chancery.example/xslt/pivot" package-version="1.0" version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  declared-modes="yes"
  exclude-result-prefixes="#all">

  <!-- What must be counted or looked up. -->
  <xsl:include href="prepare/10-notes.xsl"/>
  <xsl:include href="prepare/20-headers.xsl"/>
  <xsl:include href="prepare/30-sections.xsl"/>
  <xsl:include href="prepare/40-index.xsl"/>

  <!-- Rendering: all rules have one precedence, so priorities decide. -->
  <xsl:include href="modules/unknown.xsl"/>
  <xsl:include href="modules/ids.xsl"/>
  <xsl:include href="modules/header.xsl"/>
  <xsl:include href="modules/frus.xsl"/>
  <xsl:include href="modules/figures.xsl"/>
  <xsl:include href="modules/transcription.xsl"/>
  <xsl:include href="modules/title-page.xsl"/>
  <xsl:include href="modules/structure.xsl"/>
  <xsl:include href="modules/notes.xsl"/>
  <xsl:include href="modules/lists.xsl"/>
  <xsl:include href="modules/scholarly.xsl"/>
  <xsl:include href="modules/names-dates.xsl"/>
  <xsl:include href="modules/indexes.xsl"/>
  <xsl:include href="modules/highlighting.xsl"/>
  <xsl:include href="modules/core.xsl"/>

  <!-- TEI inside its text. Text is copied by the mode itself; every element has a rule, for those that no module knows have one too,
       which reports them (modules/unknown.xsl). None is skipped in silence. -->
  <xsl:mode name="render" on-no-match="text-only-copy"/>
  <!-- What a rule has failed on, element by element (modules/unknown.xsl). -->
  <xsl:mode name="careful" on-no-match="text-only-copy"/>
  <!-- The body of a note, where the notes of a section are collected. -->
  <xsl:mode name="note" on-no-match="fail"/>
  <!-- The structured header of a document, as rows of a description list. -->
  <xsl:mode name="list-head" on-no-match="fail"/>
  <xsl:mode name="pairs" on-no-match="fail"/>
  <!-- One of several readings of the same place. -->
  <xsl:mode name="alternative" on-no-match="fail"/>
  <!-- A head as the caption of its table or figure. -->
  <xsl:mode name="caption" on-no-match="fail"/>
  <xsl:mode name="facts" on-no-match="fail"/>
  <!-- What the teiHeader says of the volume, for the pivot's head. -->
  <xsl:mode name="metadata" on-no-match="fail"/>
  <xsl:mode on-no-match="fail"/>

  <!-- Of elements whose content is elements, the tree comes without the spaces between them (src/transform/element-content.ts): xsl:strip-space
       would be a walk over the whole volume. -->

  <xsl:template match="/">
    <xsl:apply-templates select="*" mode="render"/>
  </xsl:template>
</xsl:package>
