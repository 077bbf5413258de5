<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: which are bodies, which are second calls of another note, and the ids and numbers of those that have none. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="https://chancery.example/ns"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Every note that is called from the text, in document order; inline notes are paragraphs. -->
  <xsl:variable name="notes" as="element(note)*" select="$shown ! descendant::note[not(@rend = 'inline')]"/>

  <!-- The notes whose bodies stand at the end of a division (or the title page; or, in no division, of the front, body or back), by its generate-id. -->
  <xsl:variable name="bodies" as="map(xs:string, element(note)*)">
    <xsl:map>
      <xsl:for-each-group select="$notes[not(@target and c:is-recall(.))]"
        group-by="generate-id(ancestor::*[(self::div or self::titlePage and (parent::front or parent::back)) and not(ancestor::floatingText) or parent::text and not(../parent::floatingText) or self::particDesc or self::settingDesc or self::standOff or self::sourceDoc][1])">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- Ids of notes without one, by generate-id: note-1, note-2 … through the volume. -->
  <xsl:variable name="note-ids" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:for-each select="$notes[not(@xml:id)]">
        <xsl:map-entry key="generate-id()" select="'note-' || position()"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <!-- Second calls of a note, by its id: a note whose @target names another (with or without "#") and which repeats its text or has
       none. One that says something else is a note of its own. -->
  <xsl:variable name="recalls" as="map(xs:string, element(note)*)">
    <xsl:map>
      <xsl:for-each-group select="$notes[@target]" group-by="c:pointed(@target)">
        <xsl:variable name="original" as="element(note)?" select="$notes[@xml:id = current-grouping-key()][1]"/>
        <xsl:if test="$original">
          <xsl:map-entry key="current-grouping-key()"
            select="current-group()[not(. is $original)][c:own-text(.) = ('', c:own-text($original))]"/>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- The words of a note without those of notes inside it. -->
  <xsl:function name="c:own-text" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="normalize-space(string-join($note//text()[ancestor::note[1] is $note]))"/>
  </xsl:function>

  <xsl:function name="c:is-recall" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="exists($note/@target) and exists($recalls(c:pointed($note/@target)) intersect $note)"/>
  </xsl:function>

  <!-- The id that a pointer inside the volume names: "#p_RD1" and "p_RD1" alike; of several pointers the first. -->
  <xsl:function name="c:pointed" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:variable name="first" as="xs:string"
      select="if (contains($pointer, ' ')) then (tokenize($pointer)[1], '')[1] else $pointer"/>
    <xsl:sequence select="if (starts-with($first, '#')) then substring($first, 2) else $first"/>
  </xsl:function>

  <xsl:function name="c:note-id" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="if ($note/@xml:id) then string($note/@xml:id) else $note-ids(generate-id($note))"/>
  </xsl:function>

  <!-- The place of each note among all, and that of the first note in each division, by generate-id: counted once, since a division can have thousands. -->
  <xsl:variable name="note-ranks" as="map(xs:string, xs:integer)">
    <xsl:map>
      <xsl:for-each select="$notes"><xsl:map-entry key="generate-id()" select="position()"/></xsl:for-each>
    </xsl:map>
  </xsl:variable>
  <xsl:variable name="first-ranks" as="map(xs:string, xs:integer)">
    <xsl:map>
      <xsl:for-each-group select="$notes" group-by="ancestor::div/generate-id()">
        <xsl:map-entry key="current-grouping-key()" select="$note-ranks(generate-id(current-group()[1]))"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- The printed number; a note without one is given its place among the notes of its division. -->
  <xsl:function name="c:note-label" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="if ($note/@n) then string($note/@n)
      else if ($note/ancestor::div) then string(1 + $note-ranks(generate-id($note)) - $first-ranks(generate-id($note/ancestor::div[1])))
      else '1'"/>
  </xsl:function>
</xsl:stylesheet>
