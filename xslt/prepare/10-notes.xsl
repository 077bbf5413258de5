<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: which are bodies, which are second calls of another note, and the ids and numbers of those that have none. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:c="https://chancery.example/ns"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Every note that is called from where it stands, in document order; inline notes are paragraphs, and those of an entry for an index stand in no text. -->
  <xsl:variable name="notes" as="element(note)*"
    select="if (not($has-gathered)) then $numbered-notes else $numbered-notes[not(map:contains($gathered, generate-id()))]"/>
  <xsl:variable name="numbered-notes" as="element(note)*" select="(if ($are-notes-told) then $told-notes else $shown ! descendant::note)
      [not(@rend = 'inline')][not($may-have-index and ancestor::index)]"/>
  <!-- The notes of the text in document order, as far as who built the tree has gathered them: looking for them is a walk over the whole text. -->
  <xsl:param name="are-notes-told" as="xs:boolean" select="false()"/>
  <xsl:param name="told-notes" as="element(note)*" select="()"/>

  <!-- Notes that an editor has gathered in a place of their own (P5 3.9.1): between the blocks of a division that is one of notes, or called from
       before by a pointer. They are shown where they stand. By generate-id. `tei-reading.ts` knows them by the same signs. -->
  <xsl:variable name="gathered" as="map(xs:string, element(note))">
    <xsl:map>
      <xsl:for-each select="$among-blocks">
        <xsl:variable name="note" as="element(note)" select="."/>
        <xsl:if test="matches(ancestor::div[1]/@type, '^((end|foot)?-?notes?|annotations?)$', 'i')
          or exists($calls(string(@xml:id))[. &lt;&lt; $note])">
          <xsl:map-entry key="generate-id()" select="."/>
        </xsl:if>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>
  <xsl:variable name="has-gathered" as="xs:boolean" select="map:size($gathered) gt 0"/>
  <xsl:variable name="among-blocks" as="element(note)*"
    select="$numbered-notes[not(parent::p or parent::head)][ancestor::*[not(self::noteGrp)][1][self::div or self::back or self::listAnnotation]]"/>
  <!-- The pointers to such notes, by the id that they name; looked for only where there are such notes. -->
  <xsl:variable name="calls" as="map(xs:string, element()*)">
    <xsl:map>
      <xsl:if test="exists($among-blocks)">
        <xsl:for-each-group select="$shown/descendant::*[self::ref or self::ptr][@target]" group-by="c:pointed(normalize-space(@target))">
          <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
        </xsl:for-each-group>
      </xsl:if>
    </xsl:map>
  </xsl:variable>
  <xsl:variable name="gathered-ids" as="map(xs:string, element(note))">
    <xsl:map><xsl:for-each select="$gathered?*[@xml:id]"><xsl:map-entry key="string(@xml:id)" select="."/></xsl:for-each></xsl:map>
  </xsl:variable>
  <!-- The id of a pointer to a gathered note; none where it points to anything else. -->
  <xsl:function name="c:call-id" as="xs:string?">
    <xsl:param name="call" as="element()"/>
    <xsl:variable name="to" as="xs:string" select="c:pointed(normalize-space($call/@target))"/>
    <xsl:if test="map:contains($gathered-ids, $to)">
      <xsl:variable name="nth" as="xs:integer" select="count($calls($to)[. &lt;&lt; $call]) + 1"/>
      <xsl:sequence select="string-join(($to, 'ref', string($nth)[$nth gt 1]), '-')"/>
    </xsl:if>
  </xsl:function>

  <!-- The notes whose bodies stand at the end of a division (or the title page; or, in no division, of the front, body or back), by its generate-id. -->
  <xsl:variable name="bodies" as="map(xs:string, element(note)*)">
    <xsl:map>
      <xsl:for-each-group select="$notes[not(@target and c:is-recall(.))]"
        group-by="generate-id(c:holder(.))">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>
  <xsl:function name="c:holder" as="element()?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/ancestor::*[(self::div or self::titlePage and (parent::front or parent::back)) and not(ancestor::floatingText)
      or parent::text and not(../parent::floatingText) or self::particDesc or self::settingDesc or self::standOff or self::sourceDoc][1]"/>
  </xsl:function>

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

  <!-- The place of each note among all, and that of the first note in each division, or where there is none in what holds the bodies, by generate-id:
       counted once, since a division can have thousands. -->
  <xsl:variable name="note-ranks" as="map(xs:string, xs:integer)">
    <xsl:map>
      <xsl:for-each select="$numbered-notes"><xsl:map-entry key="generate-id()" select="position()"/></xsl:for-each>
    </xsl:map>
  </xsl:variable>
  <xsl:variable name="first-ranks" as="map(xs:string, xs:integer)">
    <xsl:map>
      <xsl:for-each-group select="$numbered-notes" group-by="(ancestor::div, c:holder(.)[not(ancestor-or-self::div)])/generate-id()">
        <xsl:map-entry key="current-grouping-key()" select="$note-ranks(generate-id(current-group()[1]))"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- The numbers of notes that print none, by generate-id: their places among the notes of their division, and where another note there has that
       number, the next that none has. -->
  <xsl:variable name="printed-by-division" as="map(xs:string, attribute()*)">
    <xsl:map>
      <xsl:for-each-group select="$numbered-notes[@n]" group-by="generate-id((ancestor::div[1], c:holder(.))[1])">
        <xsl:map-entry key="current-grouping-key()" select="current-group()/@n"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>
  <xsl:variable name="note-numbers" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:for-each-group select="$numbered-notes[not(@n)][not(@target and c:is-recall(.))]" group-by="generate-id((ancestor::div[1], c:holder(.))[1])">
        <xsl:variable name="first" as="xs:integer" select="$first-ranks(current-grouping-key())"/>
        <xsl:variable name="printed" as="map(xs:string, xs:boolean)">
          <xsl:map>
            <xsl:for-each select="distinct-values($printed-by-division(current-grouping-key()) ! replace(., '[^\p{L}\p{N}]', ''))"><xsl:map-entry key="." select="true()"/></xsl:for-each>
          </xsl:map>
        </xsl:variable>
        <xsl:iterate select="current-group()">
          <xsl:param name="last" as="xs:integer" select="0"/>
          <xsl:variable name="number" as="xs:integer" select="c:free(max(($last + 1, 1 + $note-ranks(generate-id()) - $first)), $printed)"/>
          <xsl:map-entry key="generate-id()" select="string($number)"/>
          <xsl:next-iteration><xsl:with-param name="last" select="$number"/></xsl:next-iteration>
        </xsl:iterate>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>
  <xsl:function name="c:free" as="xs:integer">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="taken" as="map(xs:string, xs:boolean)"/>
    <xsl:sequence select="if (map:contains($taken, string($number)))
      then ($number + 1 to $number + map:size($taken))[not(map:contains($taken, string()))][1] else $number"/>
  </xsl:function>

  <!-- The printed number, or the one that a note is given; a second call has that of its note. -->
  <xsl:function name="c:note-label" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="if ($note/@n) then string($note/@n)
      else ($note-numbers(generate-id($note)), $notes[@xml:id = c:pointed($note/@target)][1] ! c:note-label(.), '')[1]"/>
  </xsl:function>
</xsl:stylesheet>
